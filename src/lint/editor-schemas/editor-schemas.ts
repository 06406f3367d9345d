/** JSON Schemas of the files of a connector package, for editors: completion and hints while one writes. Lint knows more. */
import type { JsonSchema } from '../../contract/contract.ts';
import { extensionShapes } from '../model/extension-shapes.ts';
import { definitionShapes } from '../model/openapi-shape.ts';
import { propertiesShapes } from '../model/properties-shape.ts';
import { snippetsIn } from './sales-snippets.ts';
import { actionDescriptions, inputDescriptions, operationIds, outputDescriptions, proposals } from './sales-words.ts';
import { shapeSchemas } from './shape-schema.ts';

const draft = 'http://json-schema.org/draft-07/schema#';

/** The schemas by their file names. */
export function editorSchemas(): Record<string, JsonSchema> {
  return {
    'apiDefinition.schema.json': definitionSchema(),
    'apiProperties.schema.json': {
      $schema: draft,
      title: 'Properties of a connector (apiProperties.json)',
      $ref: '#/definitions/file',
      definitions: shapeSchemas(propertiesShapes),
    },
    'actions.schema.json': actionsSchema,
  };
}

function definitionSchema(): JsonSchema {
  const shapes = shapeSchemas(definitionShapes, extensionShapes);
  const described = withProperties(shapes, {
    operation: {
      description: proposals(actionDescriptions),
      operationId: proposals(operationIds),
    },
    parameterObject: { description: proposals(inputDescriptions) },
    valueParameter: { description: proposals(inputDescriptions) },
    schemaObject: { description: proposals([...inputDescriptions, ...outputDescriptions]) },
    definition: {
      swagger: { const: '2.0' },
      paths: { ...propertyOf(shapes, 'paths'), properties: snippetsIn('paths') },
      definitions: { ...propertyOf(shapes, 'definitions'), properties: snippetsIn('definitions') },
    },
  });
  return {
    $schema: draft,
    title: 'Definition of a connector (apiDefinition.swagger.json)',
    $ref: '#/definitions/definition',
    definitions: described,
  };
}

type Schemas = Readonly<Record<string, JsonSchema>>;

/** The schemas, some properties of some of them replaced. */
function withProperties(schemas: Schemas, changes: Readonly<Record<string, Schemas>>): Schemas {
  const changed = Object.entries(changes).map(([name, properties]) => {
    const schema = schemas[name];
    const own = (schema as { readonly properties: Schemas } | undefined)?.properties;
    return [name, { ...schema, properties: { ...own, ...properties } }] as const;
  });
  return { ...schemas, ...Object.fromEntries(changed) };
}

function propertyOf({ definition }: Schemas, name: string): JsonSchema {
  return (definition as { readonly properties: Schemas }).properties[name] ?? {};
}

const actionsSchema: JsonSchema = {
  $schema: draft,
  title: 'What actions say in place of the definition (actions.json)',
  type: 'object',
  required: ['actions'],
  properties: {
    actions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['operationId'],
        properties: {
          operationId: { ...proposals(operationIds), description: 'The operation of the definition.' },
          description: { ...proposals(actionDescriptions), description: 'The action’s, by which the host finds it.' },
          parameters: {
            type: 'object',
            description: 'Descriptions by the parameters’ names.',
            additionalProperties: proposals(inputDescriptions),
          },
          outputs: {
            type: 'object',
            description: 'Descriptions by the outputs’ pointers, such as /value/0/title.',
            additionalProperties: proposals(outputDescriptions),
          },
        },
      },
    },
  },
};
