/** G3: every input of the extension point, with its description. */
import { says, table } from './changes.ts';
import {
  details,
  draft,
  email,
  insights,
  type Mutant,
  operationOf,
  parameterOf,
  propertyOf,
  summary,
  withoutParameter,
  withoutProperty,
} from './definition.ts';

export const inputDescriptionMutants: readonly Mutant[] = [
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
];
