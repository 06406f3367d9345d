/** G5 and G6: what no input may require, and what none may be called. */
import { asks, table, typed } from './changes.ts';
import {
  chat,
  details,
  draft,
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
} from './definition.ts';

export const inputRequirementMutants: readonly Mutant[] = [
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
