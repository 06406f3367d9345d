/** Parameters each for itself: names, places, and which keywords go with which place. */
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { query, withParameters, withPost } from './fragments.ts';

const schema = { type: 'object', properties: { title: { type: 'string' } } };
const body = (changes: object = {}) => ({ name: 'body', in: 'body', description: 'The quote.', schema, ...changes });
const file = { name: 'file', in: 'formData', description: 'A file.', type: 'file' };

/** Headers that the platform writes itself; what it does with a value of yours is not documented. */
const writtenByPlatform = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'expect', 'upgrade']);
/** Headers that follow from consumes and produces. */
const negotiated = new Set(['content-type', 'accept']);
/** What says of another parameter which values it takes; of a body its schema does. */
const bodyForbids = [
  'type',
  'format',
  'items',
  'collectionFormat',
  'allowEmptyValue',
  'enum',
  'default',
  'maximum',
  'minimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'multipleOf',
];

export const parameterRules: readonly Rule[] = validatorRules([
  {
    id: 'ConnectionIdParameterNotAllowed',
    severity: 'error',
    title: 'No parameter is named connectionId',
    why: 'The platform keeps the name for the connection itself; yours never arrives.',
    published: 0,
    good: withParameters(query({ name: 'connection' })),
    bad: withParameters(query({ name: 'connectionId' })),
    check: ({ parameters }) =>
      parameters
        .filter(({ value }) => typeof value.name === 'string' && value.name.toLowerCase() === 'connectionid')
        .map(
          ({ value, pointer }): Problem => ({
            message: `A parameter is named ${String(value.name)}, which is the platform’s own. Give it another name.`,
            pointer: `${pointer}/name`,
            severity: value.name === 'connectionId' ? 'error' : 'warning',
          }),
        ),
  },
  {
    id: 'ReservedParameterIsUsed',
    severity: 'warning',
    title: 'Headers of the protocol are no parameters',
    why: 'The platform writes them itself. Content-Type and Accept follow from consumes and produces; 137 and 81 of 1,012 published connectors have them all the same. (Authorization has a rule of its own among the guidelines.)',
    isAssumed: true,
    good: withParameters(query({ name: 'Accept-Language', in: 'header' })),
    bad: withParameters(query({ name: 'Host', in: 'header' })),
    check: ({ parameters }) =>
      parameters.flatMap(({ value, pointer }): Problem[] => {
        const name = String(value.name).toLowerCase();
        if (value.in !== 'header' || !(writtenByPlatform.has(name) || negotiated.has(name))) return [];
        const isNegotiated = negotiated.has(name);
        const advice = isNegotiated ? 'Say it with consumes and produces.' : 'Remove it.';
        return [
          {
            message: `The header ${String(value.name)} is written by the platform. ${advice}`,
            pointer: `${pointer}/name`,
            ...(isNegotiated && { severity: 'info' }),
          },
        ];
      }),
  },
  {
    id: 'BodyOrFormDataParameterInFetchOperationNotAllowed',
    severity: 'warning',
    title: 'GET has no body',
    why: 'Gateways and servers drop the body of a GET. With DELETE some keep it: 25 published connectors rely on that.',
    published: 5,
    good: withPost({ parameters: [body()] }),
    bad: withParameters(body()),
    check: ({ operations }) =>
      operations
        .filter(({ method }) => method === 'get' || method === 'head' || method === 'delete')
        .flatMap(({ method, parameters }) => {
          const sent = parameters.find(({ value }) => value.in === 'body' || value.in === 'formData');
          if (!sent) return [];
          const message = `${method.toUpperCase()} sends ${String(sent.value.name)} in the body, which need not arrive. Use the query, or POST.`;
          const severity = method === 'delete' ? 'info' : 'warning';
          return [{ message, severity, pointer: sent.referredFrom } satisfies Problem];
        }),
  },
  {
    id: 'BodyParameterSchemaRequired',
    severity: 'error',
    title: 'A body has a schema',
    why: 'The schema says what the body holds; without it the designer offers nothing to fill in.',
    published: 0,
    good: withPost({ parameters: [body()] }),
    bad: withPost({ parameters: [{ name: 'body', in: 'body', description: 'The quote.' }] }),
    check: ({ parameters }) =>
      parameters
        .filter(({ value }) => value.in === 'body' && value.schema === undefined)
        .map(({ value, pointer }) => ({
          message: `The body ${String(value.name)} has no schema. Add one that says what it holds.`,
          pointer,
        })),
  },
  {
    id: 'BodyParameterPropertyNotValid',
    severity: 'error',
    title: 'What a body holds is said by its schema',
    why: 'Beside the schema such keywords are not read.',
    published: 0,
    good: withPost({ parameters: [body()] }),
    bad: withPost({ parameters: [body({ type: 'object' })] }),
    check: ({ parameters }) =>
      parameters.flatMap(({ value, pointer }) =>
        value.in !== 'body'
          ? []
          : bodyForbids
              .filter((name) => value[name] !== undefined)
              .map((name) => ({
                message: `The body has “${name}” beside its schema. Move it into the schema.`,
                pointer: `${pointer}/${name}`,
              })),
      ),
  },
  {
    id: 'NonBodyParameterSchemaNotValid',
    severity: 'error',
    title: 'Only a body has a schema',
    why: 'Elsewhere a parameter has a type of its own; its schema is not read. (In OpenAPI 3 it is otherwise.)',
    published: 0,
    good: withParameters(query()),
    bad: withParameters(query({ schema: { type: 'string' } })),
    check: ({ parameters }) =>
      parameters
        .filter(({ value }) => value.in !== 'body' && value.schema !== undefined)
        .map(({ value, pointer }) => ({
          message: `The parameter ${String(value.name)} is in “${String(value.in)}” and has a schema. Write type and format at the parameter itself.`,
          pointer: `${pointer}/schema`,
        })),
  },
  {
    id: 'FileParameterMustBeInFormData',
    severity: 'error',
    title: 'Files are form data',
    why: 'A file is sent as a part of a form; nowhere else is there room for it.',
    published: 0,
    good: withPost({ parameters: [file] }),
    bad: withParameters(query({ type: 'file' })),
    check: ({ parameters }) =>
      parameters
        .filter(({ value }) => value.type === 'file' && value.in !== 'formData' && value.in !== 'body')
        .map(({ value, pointer }) => ({
          message: `The file ${String(value.name)} is in “${String(value.in)}”. Put it into “formData”.`,
          pointer: `${pointer}/type`,
        })),
  },
  {
    id: 'InvalidFormDataParameterName',
    severity: 'error',
    title: 'Names of form data are ASCII',
    why: 'The name stands in a header of the part, where other characters are garbled.',
    published: 0,
    good: withPost({ parameters: [file] }),
    bad: withPost({ parameters: [{ ...file, name: 'Größe' }] }),
    check: ({ parameters }) =>
      parameters
        .filter(({ value }) => value.in === 'formData' && /[^\u0020-\u007e]/.test(String(value.name)))
        .map(({ value, pointer }) => ({
          message: `The form data ${String(value.name)} has characters outside ASCII in its name. Rename it.`,
          pointer: `${pointer}/name`,
        })),
  },
]);
