/** The examples of the rules about dynamic extensions: one operation that lists pipelines, one that uses the list. */
import type { Sample } from '../../rule.ts';

/** Where the rules about dynamic extensions are written. */
export const dynamicSource =
  'Fix Swagger Validator errors, and OpenAPI extensions for custom connectors (Microsoft Learn, 2022 and later)';

const responses = {
  200: {
    description: 'Pipelines.',
    schema: {
      type: 'object',
      properties: {
        total: { type: 'integer' },
        items: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } },
        },
        schema: { type: 'object', properties: { fields: { type: 'object' } } },
      },
    },
  },
};
const team = {
  name: 'team',
  in: 'query',
  type: 'string',
  required: true,
  'x-ms-summary': 'Team',
  description: 'Team.',
};
const deal = {
  name: 'deal',
  in: 'body',
  required: true,
  schema: {
    type: 'object',
    properties: {
      owner: { type: 'object', properties: { region: { type: 'string' } } },
      hidden: { type: 'string', 'x-ms-visibility': 'internal' },
      size: { type: 'integer' },
    },
  },
};

const pipeline = {
  name: 'pipeline',
  in: 'query',
  type: 'string',
  'x-ms-summary': 'Pipeline',
  description: 'The pipeline.',
};

export const values = {
  operationId: 'ListPipelines',
  'value-collection': 'items',
  'value-path': 'id',
  'value-title': 'name',
};
export const list = { operationId: 'ListPipelines', itemsPath: 'items', itemValuePath: 'id', itemTitlePath: 'name' };

interface Parts {
  /** What the parameter pipeline of the using operation has. */
  readonly extensions?: object;
  /** Further parameters of the using operation. */
  readonly own?: readonly object[];
  /** Parameters of the operation that is called. */
  readonly called?: readonly object[];
  /** Laid over the definition. */
  readonly more?: object;
}

/** A definition in which AddDeal offers what ListPipelines answers. */
export function dynamicExample({ extensions = {}, own = [], called = [], more = {} }: Parts): Sample {
  const listing = {
    operationId: 'ListPipelines',
    summary: 'List pipelines',
    description: 'Lists pipelines.',
    parameters: called,
    responses,
  };
  const adding = {
    operationId: 'AddDeal',
    summary: 'Add a deal',
    description: 'Adds a deal.',
    parameters: [{ ...pipeline, ...extensions }, team, deal, ...own],
    responses: { 204: { description: 'Added.' } },
  };
  return { definition: { paths: { '/pipelines': { get: listing }, '/deals': { post: adding } }, ...more } };
}

/** A parameter of the operation that is called. */
export function calledParameter(more: object): object {
  return { name: 'inTeam', in: 'query', type: 'string', ...more };
}

/** Definitions of which one is shaped by what ListPipelines answers. */
export function shaped(schema: object, properties?: object): object {
  return {
    definitions: {
      Deal: {
        type: 'object',
        'x-ms-dynamic-schema': schema,
        ...(properties && { 'x-ms-dynamic-properties': properties }),
      },
    },
    parameters: { pipeline },
  };
}
