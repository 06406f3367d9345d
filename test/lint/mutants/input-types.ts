/** G4: types and values of inputs. */
import { propertyTyped, table, typed } from './changes.ts';
import { details, insights, type Mutant, propertiesOf, propertyOf, summary } from './definition.ts';

export const inputTypeMutants: readonly Mutant[] = [
  ...table('G4', 'input-type', 'error', {
    'recordId is an integer': typed(details, 'recordId', { type: 'integer' }),
    'recordId is a number': typed(summary, 'recordId', { type: 'number' }),
    'recordType is true or false': typed(insights, 'recordType', { type: 'boolean' }),
    'recordType is a list': typed(details, 'recordType', { type: 'array', items: { type: 'string' } }),
    'resourceType is an integer': propertyTyped('EmailDraftRequest', ['resourceType'], { type: 'integer' }),
    'entityId is an integer': propertyTyped('RelatedEntity', ['entityId'], { type: 'integer' }),
  }),
  ...table('G4', 'input-type', 'error', {
    'resourceData is a string': (definition) => {
      const property = propertyOf(definition, 'EmailDraftRequest', 'resourceData');
      Object.assign(property, { type: 'string' });
      delete property.properties;
    },
    'resourceData is a list of emails': (definition) => {
      const properties = propertiesOf(definition, 'EmailDraftRequest');
      const {
        description,
        'x-ms-summary': title,
        ...items
      } = propertyOf(definition, 'EmailDraftRequest', 'resourceData');
      properties.resourceData = { 'x-ms-summary': title, description, type: 'array', items };
    },
  }),
  ...table('G4', 'input-type-optional', 'warning', {
    'top is a string': typed(details, 'top', { type: 'string', format: undefined }),
    'skip is true or false': typed(summary, 'skip', { type: 'boolean', format: undefined }),
    'startDateTime is an integer': typed(summary, 'startDateTime', { type: 'integer', format: 'int32' }),
    'crmOrgUrl is a list': typed(insights, 'crmOrgUrl', { type: 'array', items: { type: 'string' } }),
    'receivers are one string': (definition) => {
      const property = propertyOf(definition, 'EmailDraftRequest', 'resourceData', 'to');
      Object.assign(property, { type: 'string' });
      delete property.items;
    },
    'receivers are numbers': propertyTyped('EmailDraftRequest', ['resourceData', 'cc'], { items: { type: 'integer' } }),
    'top in the body is a string': propertyTyped('EmailDraftRequest', ['top'], { type: 'string', format: undefined }),
  }),
  ...table(
    'G4',
    'input-type-optional',
    'warning',
    {
      'relatedEntities are strings': propertyTyped('EmailSummaryRequest', ['relatedEntities'], {
        items: { type: 'string' },
      }),
    },
    ['required-input-missing'],
  ),
  ...table('G4', 'input-constraint', 'warning', {
    'recordId is a UUID, which Salesforce has none of': typed(details, 'recordId', { format: 'uuid' }),
    'recordId has at most 15 characters': typed(summary, 'recordId', { maxLength: 15 }),
    'recordId has at least 20 characters': typed(insights, 'recordId', { minLength: 20 }),
    'recordId is a number in digits': typed(details, 'recordId', { pattern: '^[0-9]+$' }),
    'top is at most 5': typed(details, 'top', { maximum: 5 }),
    'top is below 10': typed(details, 'top', { maximum: 10, exclusiveMaximum: true }),
    'skip begins with 1': typed(summary, 'skip', { minimum: 1 }),
    'the id of a related record is short': propertyTyped('RelatedEntity', ['entityId'], { maxLength: 15 }),
  }),
  ...table('G4', 'input-place', 'info', {
    'recordType is a header': typed(details, 'recordType', { in: 'header' }),
  }),
  ...table(
    'G4',
    'input-enum-missing',
    'warning',
    {
      'crmType leaves out Salesforce': typed(details, 'crmType', { enum: ['Dynamics365'] }),
      'recordType leaves out opportunities': typed(summary, 'recordType', { enum: ['account'] }),
      'resourceType leaves out email threads': propertyTyped('EmailDraftRequest', ['resourceType'], {
        enum: ['teams-chat'],
      }),
    },
    ['input-enum-unsent'],
  ),
  ...table('G4', 'input-enum-spelling', 'warning', {
    'recordType is spelled in capitals': typed(details, 'recordType', { enum: ['Account', 'Opportunity'] }),
    'crmType has a space': typed(details, 'crmType', { enum: ['Dynamics 365', 'Salesforce'] }),
  }),
  ...table('G4', 'input-enum-unsent', 'warning', {
    'crmType has a CRM more': typed(details, 'crmType', { enum: ['Dynamics365', 'Salesforce', 'HubSpot'] }),
  }),
];
