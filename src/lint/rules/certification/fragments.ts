/** Fragments that the examples of certification rules are made of. */
import { extensionPoints } from '../../../contract/contract.ts';
import type { Sample } from '../../rule.ts';

const { recordDetails, emailSummary } = extensionPoints;

/** A definition with these parts laid over it. */
export function withDefinition(definition: object): Sample {
  return { definition };
}

/** Changes the operation of record details. */
export function withOperation(change: object): Sample {
  return withDefinition({ paths: { [recordDetails.path]: { get: change } } });
}

/** Changes the operation of email summary, which has a body. */
export function withPost(change: object): Sample {
  return withDefinition({ paths: { [emailSummary.path]: { post: change } } });
}

/** Gives that operation this body. */
export function withBody(schema: object): Sample {
  return withPost({ parameters: [{ name: 'body', in: 'body', description: 'The inputs.', required: true, schema }] });
}

/** Gives the operation of record details these parameters. */
export function withParameters(...parameters: object[]): Sample {
  return withOperation({ parameters });
}

/** Adds a definition called Quote. */
export function withSchema(Quote: object): Sample {
  return withDefinition({ definitions: { Quote } });
}

/** Changes the successful answer of record details. */
export function withResponse(change: object): Sample {
  return withOperation({ responses: { 200: change } });
}

/** Adds paths. */
export function withPaths(...paths: (readonly [path: string, item: object])[]): Sample {
  return withDefinition({ paths: Object.fromEntries(paths) });
}

/** A parameter of a query. */
export function query(changes: object = {}): object {
  return {
    name: 'status',
    in: 'query',
    'x-ms-summary': 'Status',
    description: 'The status of the quotes.',
    required: false,
    type: 'string',
    ...changes,
  };
}

/** A parameter of a path. */
export function inPath(name: string, changes: object = {}): object {
  return query({ name, in: 'path', required: true, 'x-ms-url-encoding': 'single', ...changes });
}

/** An operation that lists quotes. */
export function listing(operationId: string, changes: object = {}): object {
  return {
    operationId,
    summary: 'List quotes',
    description: 'Lists quotes.',
    parameters: [],
    responses: { 200: { description: 'Quotes.', schema: { $ref: '#/definitions/RecordDetailsResponse' } } },
    ...changes,
  };
}
