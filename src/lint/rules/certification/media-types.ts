/** Media types: what operations take and answer, and whether it goes with their parameters. */
import { entriesOf, membersOf, step } from '../../model/json-object.ts';
import type { OperationPart } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { perModel } from '../../model/per-model.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { query, withDefinition, withPost, withResponse } from './fragments.ts';

const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';

const token = "[\\w!#$%&'*+.^`|~-]+";
const mediaType = new RegExp(`^${token}/${token}(?:\\s*;\\s*${token}=(?:${token}|"[^"]*"))*$`);

const file = query({ name: 'file', in: 'formData', type: 'file' });
const binary = query({ name: 'image', in: 'formData', format: 'binary' });

export const mediaTypeRules: readonly Rule[] = validatorRules([
  {
    id: 'ConsumesMissing',
    severity: 'warning',
    title: 'Operations with a body say what they consume',
    why: 'Without consumes the platform guesses the Content-Type of what it sends.',
    published: 163,
    good: withDefinition({ consumes: ['application/json'] }),
    bad: withDefinition({ consumes: null }),
    check: ({ root, operations }) =>
      operations.flatMap((operation): Problem[] => {
        const sent = operation.parameters.find(({ value }) => value.in === 'body' || value.in === 'formData');
        if (!sent || consumedBy(root, operation).length > 0) return [];
        const type = sent.value.in === 'body' ? 'application/json' : multipart;
        const message = `${nameOf(operation)} sends ${String(sent.value.name)} and does not say as what. Add "consumes": ["${type}"] to it, or to the definition.`;
        return [{ message, pointer: operation.pointer }];
      }),
  },
  {
    id: 'MimeTypeNotValid',
    severity: 'error',
    title: 'Media types are written as type/subtype',
    why: 'What is no media type cannot be sent as a Content-Type.',
    published: 0,
    good: withDefinition({ produces: ['application/json; charset=utf-8', 'image/*'] }),
    bad: withDefinition({ produces: ['json'] }),
    check: (model) =>
      mediaTypes(model)
        .filter(({ type }) => !isMediaType(type))
        .map(({ type, pointer }) => ({
          message: `“${type.slice(0, 100)}” is no media type. Write application/json or the like.`,
          pointer,
        })),
  },
  {
    id: 'MimeTypeNotCompatibleWithRequestContentSchemaType',
    severity: 'warning',
    title: 'What an operation consumes goes with its parameters',
    why: `A file needs ${multipart}, form data a form, a body with a schema anything but a form.`,
    published: 1,
    good: withPost({ consumes: [multipart], parameters: [file] }),
    bad: withPost({ consumes: ['application/json'], parameters: [file] }),
    check: ({ root, operations }) =>
      operations.flatMap((operation): Problem[] => {
        if (!operation.parameters.some(({ value }) => value.in === 'formData' || value.in === 'body')) return [];
        const types = consumedBy(root, operation).map(bare);
        const needed = types.length === 0 ? undefined : unmetNeed(operation, types);
        if (!needed) return [];
        const message = `${nameOf(operation)} ${needed}; it consumes ${types.join(', ')}. Let the two agree.`;
        return [{ message, pointer: consumesPointer(operation) }];
      }),
  },
  {
    id: 'StringBinaryNotSupportedForFormUrlEncoded',
    severity: 'error',
    title: `Binary form data is not sent as ${form}`,
    why: 'The encoding is for text; binary values become several times as long, or break.',
    published: 0,
    good: withPost({ consumes: [multipart], parameters: [binary] }),
    bad: withPost({ consumes: [form], parameters: [binary] }),
    check: ({ root, operations }) =>
      operations.flatMap((operation): Problem[] => {
        const binaries = operation.parameters.filter(
          ({ value }) => value.in === 'formData' && value.type === 'string' && value.format === 'binary',
        );
        if (binaries.length === 0) return [];
        const types = consumedBy(root, operation).map(bare);
        if (!types.includes(form) || types.includes(multipart)) return [];
        return binaries.map(({ value, referredFrom }) => ({
          message: `${nameOf(operation)} sends the binary ${String(value.name)} as ${form}. Consume ${multipart}.`,
          pointer: referredFrom,
        }));
      }),
  },
  {
    id: 'ResponseExampleMustBeProducedByOperation',
    severity: 'error',
    title: 'Examples of responses are of a type that is produced',
    why: 'An example of another type is never an answer.',
    published: 0,
    good: withResponse({ examples: { 'application/json': { value: [] } } }),
    bad: withResponse({ examples: { 'application/xml': '<value/>' } }),
    check: ({ root, operations }) =>
      operations.flatMap((operation): Problem[] => {
        if (operation.responses.every(({ value }) => value.examples === undefined)) return [];
        const produced = textsOf(operation.value.produces ?? root.produces).map(bare);
        if (produced.length === 0 || produced.includes('*/*')) return [];
        return operation.responses.flatMap(({ status, value, pointer }) =>
          entriesOf(value.examples)
            .filter(([type]) => !produced.includes(bare(type)))
            .map(([type]) => ({
              message: `${nameOf(operation)} has an example of ${type} at ${status} and produces ${produced.join(', ')}. Add the type to produces, or change the example.`,
              pointer: `${pointer}/examples${step(type)}`,
            })),
        );
      }),
  },
]);

function nameOf({ operationId, path }: OperationPart): string {
  return operationId ?? path;
}

function isMediaType(type: string): boolean {
  return type.length <= 300 && mediaType.test(type.trim());
}

/** Without parameters, in lower case. */
function bare(type: string): string {
  return type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function consumedBy(root: PackageModel['root'], { value }: OperationPart): string[] {
  return textsOf(value.consumes ?? root.consumes);
}

function consumesPointer({ value, pointer }: OperationPart): string {
  return value.consumes === undefined ? pointer : `${pointer}/consumes`;
}

/** What the parameters need and none of the types is. */
function unmetNeed({ parameters }: OperationPart, types: readonly string[]): string | undefined {
  const held = (place: string) => parameters.filter(({ value }) => value.in === place);
  const isAny = (...wanted: string[]) => types.some((type) => wanted.includes(type) || type === '*/*');
  if (held('formData').length > 0 && held('body').length > 0) return undefined;
  if (held('formData').some(({ value }) => value.type === 'file') && !isAny(multipart, 'multipart/*'))
    return 'sends a file';
  if (held('formData').length > 0 && !isAny(multipart, 'multipart/*', form)) return 'sends form data';
  if (held('body').length > 0 && types.every((type) => type === multipart || type === form))
    return 'sends a body with a schema';
  return undefined;
}

interface MediaType {
  readonly type: string;
  readonly pointer: string;
}

/** Every media type that the definition names in consumes and produces. */
const mediaTypes = perModel(({ root, operations }): MediaType[] =>
  [{ value: root, pointer: '' }, ...operations].flatMap(({ value, pointer }) =>
    ['consumes', 'produces'].flatMap((list) =>
      membersOf(value[list]).flatMap(([index, type]) =>
        typeof type === 'string' ? [{ type, pointer: `${pointer}/${list}/${index}` }] : [],
      ),
    ),
  ),
);
