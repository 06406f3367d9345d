/** Responses: which of them has a schema, how they are named, their headers. */

import { extensionPoints } from '../../../contract/contract.ts';
import { entriesOf, isObject, step } from '../../model/json-object.ts';
import type { OperationPart, ResponsePart } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { pathItems } from '../../model/path-items.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { listing, withDefinition, withPaths, withResponse } from './fragments.ts';

const schema = { $ref: '#/definitions/RecordDetailsResponse' };
const answering = (responses: object, method = 'get') =>
  withPaths(['/quotes', { [method]: listing('Quotes', { responses }) }]);
const headers = (...names: string[]) =>
  withResponse({ headers: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) });

export const responseRules: readonly Rule[] = validatorRules([
  {
    id: 'ResponseMustBeDefaultOrHttpStatusCode',
    severity: 'error',
    title: 'Responses are named by status codes',
    why: 'A response is found by its three digits, or is the default.',
    published: 0,
    good: answering({ 200: { description: 'Quotes.', schema }, default: { description: 'All else.' } }),
    bad: answering({ '2xx': { description: 'Quotes.' } }),
    check: ({ operations }) =>
      operations.flatMap(({ value, pointer }) =>
        entriesOf(value.responses)
          .filter(([status]) => !/^(?:[1-5]\d\d|default|x-.*)$/.test(status))
          .map(([status]) => ({
            message: `The response “${status}” is no status code. Write three digits, or default.`,
            pointer: `${pointer}/responses${step(status)}`,
          })),
      ),
  },
  {
    id: 'DefaultResponseHasSchema',
    severity: 'warning',
    title: 'The default response has no schema',
    why: 'The default stands for what is not expected; the designer offers its schema as the outputs of the operation.',
    published: 79,
    good: answering({ 200: { description: 'Quotes.', schema }, default: { description: 'All else.' } }),
    bad: answering({ default: { description: 'Quotes.', schema } }),
    check: ({ operations }) =>
      operations.flatMap((operation) =>
        operation.responses
          .filter(({ status, value }) => status === 'default' && value.schema !== undefined)
          .map(({ status }) => ({
            message: `The default response of ${nameOf(operation)} has a schema. Move it to the status code that it belongs to.`,
            pointer: `${operation.pointer}/responses/${status}`,
          })),
      ),
  },
  {
    id: 'SchemaDefinitionSetIncorrectly',
    severity: 'warning',
    title: 'The answer of an operation has a schema',
    why: 'Without a schema at 200 or 201 the designer offers no outputs. Operations that answer nothing (204), or delete, need none.',
    published: 368,
    good: answering({ 200: { description: 'Gone.' } }, 'delete'),
    bad: answering({ 200: { description: 'Quotes.' } }),
    check: withoutSchema,
  },
  {
    id: 'OperationHasManyResponsesWithSchema',
    severity: 'info',
    title: 'One response of an operation has a schema',
    why: 'The designer uses one schema only. Copilot for Sales documents bodies of errors, so several schemas are right there.',
    published: 200,
    good: oneSchemaEach(),
    bad: answering({ 200: { description: 'Quotes.', schema }, 202: { description: 'Later.', schema } }),
    check: ({ operations }) =>
      operations.flatMap((operation): Problem[] => {
        if (operation.isInternal) return [];
        const described = operation.responses.filter(
          ({ status, value }) => status !== 'default' && value.schema !== undefined,
        );
        if (described.length < 2) return [];
        const statuses = described.map(({ status }) => status).join(', ');
        const isDocumented = described.filter(({ status }) => status.startsWith('2')).length < 2;
        const advice = isDocumented
          ? 'Copilot for Sales documents bodies of errors, and its word counts: leave them.'
          : 'Keep the one that makers need.';
        const message = `${nameOf(operation)} has a schema at ${statuses}; the designer uses one. ${advice}`;
        return [{ message, pointer: `${operation.pointer}/responses` }];
      }),
  },
  {
    id: 'ResponseHeadersAreNotUnique',
    severity: 'error',
    title: 'Headers of a response differ in more than case',
    why: 'Names of headers have no case: of two, one is lost.',
    published: 0,
    good: headers('Location', 'Retry-After'),
    bad: headers('Location', 'location'),
    check: (model) => responseObjects(model).flatMap(repeatedHeaders),
  },
]);

function nameOf({ operationId, path }: OperationPart): string {
  return operationId ?? path;
}

function withoutSchema(model: PackageModel): Problem[] {
  const notified = new Set(
    pathItems(model).flatMap(({ path, value }) => (value['x-ms-notification-content'] === undefined ? [] : [path])),
  );
  return model.operations.flatMap((operation) => {
    const { method, path, value, responses } = operation;
    if (!['get', 'post', 'put', 'patch'].includes(method)) return [];
    if (notified.has(path) || value['x-ms-notification-content'] !== undefined) return [];
    const answers = responses.filter(({ status }) => status === '200' || status === '201');
    const [first] = answers;
    if (!first || answers.some((each) => each.value.schema !== undefined)) return [];
    const message = `${nameOf(operation)} answers ${first.status} without a schema, so nobody can use its outputs. Add one; if there is nothing to answer, write 204.`;
    return [{ message, pointer: `${operation.pointer}/responses/${first.status}` }];
  });
}

/** Responses where they are declared. */
function responseObjects({ root, operations }: PackageModel): Omit<ResponsePart, 'status'>[] {
  const found = operations.flatMap(({ responses }) => responses.map(({ value, pointer }) => [pointer, value] as const));
  const shared = entriesOf(root.responses).flatMap(([name, value]) =>
    isObject(value) ? [[`/responses${step(name)}`, value] as const] : [],
  );
  return [...new Map([...found, ...shared])].map(([pointer, value]) => ({ pointer, value }));
}

function repeatedHeaders({ value, pointer }: Omit<ResponsePart, 'status'>): Problem[] {
  const seen = new Map<string, string>();
  return entriesOf(value.headers).flatMap(([name]) => {
    const first = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), first ?? name);
    if (first === undefined) return [];
    const message = `The headers ${first} and ${name} are one header. Remove one.`;
    return [{ message, pointer: `${pointer}/headers${step(name)}` }];
  });
}

/** The sample package with the successful answers only. */
function oneSchemaEach() {
  const errors = ['400', '401', '403', '404', '429', '500'];
  const responses = Object.fromEntries(errors.map((status) => [status, null]));
  const { recordDetails, recordSummary, opportunityInsights, emailSummary, emailDraft } = extensionPoints;
  const points = [recordDetails, recordSummary, opportunityInsights, emailSummary, emailDraft].map(
    ({ path, method }) => [path, { [method.toLowerCase()]: { responses } }],
  );
  const paths = { ...Object.fromEntries(points), '/api/test-connection': { get: { responses } } };
  return withDefinition({ paths });
}
