/** G3 to G6: inputs. */
import {
  chat,
  details,
  draft,
  email,
  insights,
  type Mutant,
  operationOf,
  parameterOf,
  pathItemOf,
  propertiesOf,
  propertyOf,
  requiredOf,
  schemaOf,
  stranger,
  summary,
  withoutParameter,
  withoutProperty,
} from './definition.ts';

type Mutate = Mutant['mutate'];
const table = (
  guideline: Mutant['guideline'],
  rule: string,
  severity: Mutant['severity'],
  mutants: Readonly<Record<string, Mutate>>,
  also?: readonly string[],
): Mutant[] =>
  Object.entries(mutants).map(([name, mutate]) => ({
    name,
    guideline,
    mutate,
    rule,
    severity,
    ...(also && { also }),
  }));

/** Another description of a parameter. */
const says =
  (id: string, name: string, change: (text: string) => unknown): Mutate =>
  (definition) => {
    const parameter = parameterOf(definition, id, name);
    parameter.description = change(String(parameter.description));
  };
const typed =
  (id: string, name: string, changes: object): Mutate =>
  (definition) =>
    Object.assign(parameterOf(definition, id, name), changes);
const propertyTyped =
  (schema: string, path: [string, ...string[]], changes: object): Mutate =>
  (definition) =>
    Object.assign(propertyOf(definition, schema, ...path), changes);
const asks =
  (id: string, changes: object = {}): Mutate =>
  (definition) =>
    operationOf(definition, id).parameters.push(stranger(changes));

export const inputMutants: readonly Mutant[] = [
  ...table('G3', 'required-input-missing', 'error', {
    'record details have no recordType': (definition) => withoutParameter(definition, details, 'recordType'),
    'record summary has no recordId': (definition) => withoutParameter(definition, summary, 'recordId'),
    'opportunity insights have no parameters': (definition) =>
      Object.assign(operationOf(definition, insights), { parameters: [] }),
    'a list of parameters is an object': (definition) =>
      Object.assign(operationOf(definition, insights), { parameters: {} }),
    'a word of a description is another': says(details, 'recordId', (text) => text.replace('unique', 'only')),
    'a description breaks off': says(details, 'recordType', (text) => text.slice(0, 40)),
    'a description goes on': says(summary, 'recordType', (text) => `${text} One of account and opportunity.`),
    'a description is empty': says(insights, 'recordType', () => ''),
    'a description is absent': says(insights, 'recordId', () => undefined),
    'a description is null': says(insights, 'recordId', () => null),
    'a description is a list': says(insights, 'recordId', (text) => [text]),
    'a description is translated': says(
      details,
      'recordId',
      () =>
        'Cette entrée fournit l’identificateur unique de l’enregistrement CRM pour lequel les données sont demandées.',
    ),
    'a description has a sign that is not seen': says(details, 'recordId', (text) =>
      text.replace('input', 'in\u200bput'),
    ),
    'a description has a letter of another alphabet': says(details, 'recordId', (text) => text.replace('CRM', 'СRM')),
    'a description is quoted': says(details, 'recordId', (text) => `“${text}”`),
    'a description is of another extension point': (definition) => {
      parameterOf(definition, details, 'recordId').description = parameterOf(
        definition,
        insights,
        'recordId',
      ).description;
    },
    'two inputs have one description': (definition) => {
      parameterOf(definition, details, 'recordId').description = parameterOf(
        definition,
        details,
        'recordType',
      ).description;
    },
    'a reference to a parameter leads nowhere': (definition) => {
      const { parameters } = operationOf(definition, details);
      parameters[0] = { $ref: '#/parameters/nowhere' };
    },
    'a description stands in x-ms-summary': (definition) => {
      const parameter = parameterOf(definition, details, 'recordId');
      parameter['x-ms-summary'] = parameter.description;
      parameter.description = 'Record id';
    },
    'the body has no resourceData': (definition) => withoutProperty(definition, 'EmailDraftRequest', 'resourceData'),
    'the body has no resourceType': (definition) => withoutProperty(definition, 'EmailDraftRequest', 'resourceType'),
    'resourceData is described otherwise': (definition) =>
      Object.assign(propertyOf(definition, 'EmailSummaryRequest', 'resourceData'), { description: 'The email.' }),
    'quotation marks of a description are round': (definition) => {
      const property = propertyOf(definition, 'EmailDraftRequest', 'resourceType');
      property.description = String(property.description).replaceAll("'", '’');
    },
    'there is no body': (definition) => withoutParameter(definition, draft, 'body'),
    'related records have no id': (definition) => withoutProperty(definition, 'RelatedEntity', 'entityId'),
    'the type of related records is described otherwise': (definition) =>
      Object.assign(propertyOf(definition, 'RelatedEntity', 'entityType'), { description: 'The type.' }),
  }),
  ...table(
    'G3',
    'required-input-missing',
    'error',
    {
      'the schema of the body is empty': (definition) => {
        parameterOf(definition, email, 'body').schema = {};
      },
      'the schema of the body leads nowhere': (definition) => {
        parameterOf(definition, email, 'body').schema = { $ref: '#/definitions/Nowhere' };
      },
    },
    ['unknown-required-input'],
  ),
  ...table('G3', 'input-description', 'warning', {
    'an optional input is described otherwise': says(details, 'top', () => 'How many.'),
    'an optional input has no description': says(summary, 'startDateTime', () => undefined),
    'an optional property of the body is described otherwise': (definition) =>
      Object.assign(propertyOf(definition, 'EmailDraftRequest', 'inputPrompt'), { description: 'The prompt.' }),
    'the subject of the email is described otherwise': (definition) =>
      Object.assign(propertyOf(definition, 'EmailDraftRequest', 'resourceData', 'subject'), {
        description: 'Subject.',
      }),
  }),
  ...table('G3', 'input-descriptions-swapped', 'warning', {
    'two inputs have each other’s descriptions': (definition) => {
      const [type, id] = ['recordType', 'recordId'].map((name) => parameterOf(definition, details, name));
      if (type && id) [type.description, id.description] = [id.description, type.description];
    },
    'two properties of the body have each other’s descriptions': (definition) => {
      const [type, id] = ['recordType', 'recordId'].map((name) => propertyOf(definition, 'EmailDraftRequest', name));
      if (type && id) [type.description, id.description] = [id.description, type.description];
    },
  }),
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
  ...table(
    'G5',
    'unknown-required-input',
    'error',
    {
      'another query parameter is required': asks(details),
      'a header is required': asks(summary, { name: 'x-workspace', in: 'header' }),
      'a list is required': asks(insights, { type: 'array', items: { type: 'string' }, collectionFormat: 'multi' }),
      'a parameter of all methods of the path is required': (definition) =>
        Object.assign(pathItemOf(definition, details), { parameters: [stranger()] }),
      'a referred parameter is required': (definition) => {
        definition.parameters = { workspace: stranger() };
        operationOf(definition, details).parameters.push({ $ref: '#/parameters/workspace' });
      },
      'a property of the body is required': (definition) => {
        propertiesOf(definition, 'EmailDraftRequest').workspace = {
          type: 'string',
          description: 'The workspace.',
          title: 'Workspace',
          'x-ms-summary': 'Workspace',
        };
        requiredOf(schemaOf(definition, 'EmailDraftRequest')).push('workspace');
      },
      'a property of the email is required': (definition) => {
        const resourceData = propertyOf(definition, 'EmailSummaryRequest', 'resourceData');
        Object.assign(resourceData.properties ?? {}, {
          folder: { type: 'string', description: 'The folder.', 'x-ms-summary': 'Folder' },
        });
        resourceData.required = ['folder'];
      },
      'a property of related records is required': (definition) => {
        propertiesOf(definition, 'RelatedEntity').owner = {
          type: 'string',
          description: 'The owner.',
          'x-ms-summary': 'Owner',
        };
        requiredOf(schemaOf(definition, 'RelatedEntity')).push('owner');
      },
      'a property that all of a body adds is required': (definition) => {
        parameterOf(definition, draft, 'body').schema = {
          allOf: [
            { $ref: '#/definitions/EmailDraftRequest' },
            {
              type: 'object',
              required: ['workspace'],
              properties: { workspace: { type: 'string', description: 'The workspace.', 'x-ms-summary': 'Workspace' } },
            },
          ],
        };
      },
      'an optional input that is described otherwise is required': typed(details, 'top', {
        description: 'How many.',
        required: true,
      }),
    },
    ['input-description'],
  ),
  ...table(
    'G5',
    'unknown-required-input',
    'error',
    {
      'a hidden parameter without a default is required': asks(details, { 'x-ms-visibility': 'internal' }),
    },
    ['input-internal-without-default'],
  ),
  ...table('G5', 'unknown-required-input', 'error', {
    'a part of the path is a parameter': (definition) => {
      const item = pathItemOf(definition, details);
      definition.paths['/{workspace}/related-records'] = item as never;
      delete definition.paths['/api/enhanceskills/related-records'];
      operationOf(definition, details).parameters.push(stranger({ in: 'path', 'x-ms-url-encoding': 'single' }));
    },
  }),
  ...table(
    'G5',
    'unknown-required-input',
    'error',
    {
      'a body is required where the extension point has none': (definition) => {
        operationOf(definition, details).parameters.push({
          name: 'body',
          in: 'body',
          required: true,
          'x-ms-summary': 'Body',
          description: 'The filter.',
          schema: {
            type: 'object',
            properties: { filter: { type: 'string', description: 'The filter.', 'x-ms-summary': 'Filter' } },
          },
        });
      },
    },
    ['BodyOrFormDataParameterInFetchOperationNotAllowed'],
  ),
  ...table('G6', 'input-connector-id', 'error', {
    'a query parameter is named connectorId': asks(details, { name: 'connectorId', required: false }),
    'a header is named connectorid': asks(summary, { name: 'connectorid', in: 'header', required: false }),
    'a parameter of the path item is named ConnectorId': (definition) =>
      Object.assign(pathItemOf(definition, insights), {
        parameters: [stranger({ name: 'ConnectorId', required: false })],
      }),
    'a referred parameter is named connectorId': (definition) => {
      definition.parameters = { id: stranger({ name: 'connectorId', required: false }) };
      operationOf(definition, details).parameters.push({ $ref: '#/parameters/id' });
    },
    'a property of the body is named connectorId': (definition) => {
      propertiesOf(definition, 'EmailDraftRequest').connectorId = {
        type: 'string',
        description: 'The connector.',
        'x-ms-summary': 'Connector',
      };
    },
    'a property of the email is named connectorId': (definition) => {
      propertiesOf(definition, 'EmailSummaryRequest', 'resourceData').connectorId = {
        type: 'string',
        description: 'The connector.',
        'x-ms-summary': 'Connector',
      };
    },
    'the body is named connectorId': typed(draft, 'body', { name: 'connectorId' }),
    'an input of a chat skill is named connectorId': asks(chat, { name: 'connectorId', required: false }),
    'recordId is named connectorId': typed(details, 'recordId', { name: 'connectorId' }),
  }),
  ...table(
    'G5',
    'unknown-required-input',
    'error',
    {
      'connectorId is required': asks(details, { name: 'connectorId' }),
    },
    ['input-connector-id'],
  ),
  ...table(
    'G4',
    'input-type',
    'error',
    {
      'a type is written in capitals': typed(details, 'recordId', { type: 'String' }),
    },
    [],
  ),
];
