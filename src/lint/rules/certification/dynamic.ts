/** Dynamic extensions: what they call, what the called operation answers, and which newer twin they need. */
import { nearestName, type Operation } from '../../../discovery/discovery.ts';
import { valueAt } from '../../../package/json-pointer.ts';
import type { DynamicCall } from '../../model/dynamic-calls.ts';
import { dynamicExtensions } from '../../model/dynamic-extensions.ts';
import { entriesOf, isObject, type JsonObject } from '../../model/json-object.ts';
import { followed } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { type SchemaPlace, type SchemaShape, shapeAt, shapeOf } from '../../model/schema-path.ts';
import type { Problem, Rule } from '../../rule.ts';
import { dynamicExample, dynamicSource, list, shaped, values } from './dynamic-example.ts';

type Declared = Omit<Rule, 'group' | 'source'>;

const declared: readonly Declared[] = [
  {
    id: 'OperationIdNotFound',
    severity: 'error',
    title: 'An operation that is named is there',
    why: 'Lists stay empty, shapes unknown and connections untested where the operation that should answer is not in the definition. None of 1,012 published connectors breaks this.',
    good: dynamicExample({ extensions: { 'x-ms-dynamic-values': { capability: 'file-picker', 'value-path': 'id' } } }),
    bad: dynamicExample({ extensions: { 'x-ms-dynamic-values': { ...values, operationId: 'ListPipeline' } } }),
    check: (model) => [
      ...model.dynamicCalls.flatMap(({ value, pointer }) => notFound(model, value, pointer)),
      ...capabilityCalls(model.root).flatMap(([value, pointer]) => notFound(model, value, pointer)),
      ...model.operations.flatMap(({ value, pointer }) =>
        callingExtensions.flatMap((name) => {
          const call = value[name];
          return isObject(call) && call.operationId !== undefined ? notFound(model, call, `${pointer}/${name}`) : [];
        }),
      ),
    ],
  },
  {
    id: 'InvokedOperationShouldProduceArray',
    severity: 'warning',
    title: 'The operation behind a list answers an array where the list looks for it',
    why: 'The list of choices stays empty. 25 of 1,012 published connectors name a place where no array is declared.',
    good: dynamicExample({ extensions: { 'x-ms-dynamic-values': values } }),
    bad: dynamicExample({ extensions: { 'x-ms-dynamic-values': { ...values, 'value-collection': 'total' } } }),
    check: ({ root, dynamicCalls }) => dynamicCalls.flatMap((call) => arrayProblems(root, call)),
  },
  {
    id: 'InvokedOperationShouldProduceProperty',
    severity: 'warning',
    title: 'The operation behind a list or a shape answers the properties that are looked for',
    why: 'Choices come without a value or a name, or the shape is not found. 21 of 1,012 published connectors name a property that is not declared.',
    good: dynamicExample({ extensions: { 'x-ms-dynamic-list': list } }),
    bad: dynamicExample({ extensions: { 'x-ms-dynamic-list': { ...list, itemTitlePath: 'title' } } }),
    check: ({ root, dynamicCalls }) => dynamicCalls.flatMap((call) => propertyProblems(root, call)),
  },
  {
    id: 'DynamicExtensionDefinitionNotAllowedInParameter',
    severity: 'error',
    title: 'The body has its dynamic extensions in its schema',
    why: 'On the parameter itself they are not read. None of 1,012 published connectors has them there.',
    good: dynamicExample({ more: shaped({ operationId: 'ListPipelines' }) }),
    bad: dynamicExample({
      own: [{ name: 'more', in: 'body', schema: {}, 'x-ms-dynamic-schema': { operationId: 'ListPipelines' } }],
    }),
    check: ({ parameters }) =>
      parameters
        .filter(({ value }) => value.in === 'body')
        .flatMap(({ value, pointer }) =>
          dynamicExtensions
            .filter((extension) => value[extension] !== undefined)
            .map((extension) => ({
              message: `${extension} stands on the body parameter ${String(value.name)}. Move it into its schema.`,
              pointer: `${pointer}/${extension}`,
            })),
        ),
  },
  {
    id: 'SelectedItemValuePathNotAllowedInThisPosition',
    severity: 'error',
    title: 'selectedItemValuePath stands in browse only',
    why: 'What was selected is known only where a tree is opened further; elsewhere nothing is sent.',
    good: dynamicExample({
      extensions: {
        'x-ms-dynamic-tree': {
          open: list,
          browse: { ...list, parameters: { parent: { selectedItemValuePath: 'id' } } },
        },
      },
      called: [{ name: 'parent', in: 'query', type: 'string' }],
    }),
    bad: dynamicExample({
      extensions: {
        'x-ms-dynamic-tree': {
          open: { ...list, parameters: { parent: { selectedItemValuePath: 'id' } } },
        },
      },
      called: [{ name: 'parent', in: 'query', type: 'string' }],
    }),
    check: ({ dynamicCalls }) =>
      dynamicCalls
        .filter(({ part }) => part !== 'browse')
        .flatMap(({ given }) => given)
        .filter(({ value }) => isObject(value) && value.selectedItemValuePath !== undefined)
        .map(({ name, pointer }) => ({
          message: `${name} takes what is selected, which is known in the browse of a tree only. Give it a value or a parameterReference.`,
          pointer: `${pointer}/selectedItemValuePath`,
        })),
  },
];

export const dynamicRules: readonly Rule[] = declared.map((rule) => ({
  group: 'certification',
  source: dynamicSource,
  ...rule,
}));

/** Extensions of an operation that name another one. */
const callingExtensions = ['x-ms-notification', 'x-ms-pageable', 'x-ms-simulate'];

/** What the capabilities of the connector call: the test of the connection, the file picker. */
function capabilityCalls(root: JsonObject): [JsonObject, string][] {
  return entriesOf(root['x-ms-capabilities']).flatMap(([name, value]) => {
    const place = `/x-ms-capabilities/${name}`;
    if (name === 'testConnection' && isObject(value)) return [[value, place] as [JsonObject, string]];
    if (name !== 'file-picker' || !isObject(value)) return [];
    return ['open', 'browse'].flatMap((part) => {
      const call = value[part];
      return isObject(call) ? [[call, `${place}/${part}`] as [JsonObject, string]] : [];
    });
  });
}

function notFound({ operations, actions }: PackageModel, call: JsonObject, pointer: string): Problem[] {
  const { operationId } = call;
  if (operationId === undefined && (call.capability !== undefined || call.builtInOperation !== undefined)) return [];
  if (operations.some((operation) => operation.operationId === operationId && operationId !== undefined)) return [];
  if (operationId === undefined)
    return [{ message: 'No operation is named that should answer. Add its operationId.', pointer }];
  const nearest =
    typeof operationId === 'string' &&
    nearestName(
      operationId,
      actions.flatMap(({ operation }) => operation.operationId ?? []),
    );
  const mend = nearest ? `Is ${nearest} meant?` : 'Add it, or name one that is there.';
  return [
    {
      message: `There is no operation ${JSON.stringify(operationId)} in the definition. ${mend}`,
      pointer: `${pointer}/operationId`,
    },
  ];
}

/** The answers of operations that were called: several extensions call the same. */
const answers = new WeakMap<Operation, { readonly found: SchemaPlace | undefined }>();

/** The schema of the successful answer; undefined where it has none. */
function answerOf(root: JsonObject, operation: Operation): SchemaPlace | undefined {
  const known = answers.get(operation) ?? { found: findAnswer(root, operation) };
  answers.set(operation, known);
  return known.found;
}

function findAnswer(root: JsonObject, { pointer }: Operation): SchemaPlace | undefined {
  const responses = valueAt(root, `${pointer}/responses`);
  const codes = isObject(responses) ? Object.keys(responses) : [];
  const code = ['200', '201', ...codes.filter((each) => /^2\d\d$/.test(each)), 'default'].find((each) =>
    codes.includes(each),
  );
  if (code === undefined || !isObject(responses)) return undefined;
  const response = followed(root, responses[code], `${pointer}/responses/${code}`);
  const schema = response?.value.schema;
  return response && isObject(schema) ? { value: schema, pointer: `${response.pointer}/schema` } : undefined;
}

const collectionKeys: Readonly<Record<DynamicCall['extension'], string | undefined>> = {
  'x-ms-dynamic-values': 'value-collection',
  'x-ms-dynamic-list': 'itemsPath',
  'x-ms-dynamic-tree': 'itemsPath',
  'x-ms-dynamic-schema': undefined,
  'x-ms-dynamic-properties': undefined,
};
const propertyKeys: Readonly<Record<DynamicCall['extension'], readonly string[]>> = {
  'x-ms-dynamic-values': ['value-path', 'value-title'],
  'x-ms-dynamic-list': ['itemValuePath', 'itemTitlePath'],
  'x-ms-dynamic-tree': ['itemValuePath', 'itemTitlePath'],
  'x-ms-dynamic-schema': ['value-path'],
  'x-ms-dynamic-properties': ['itemValuePath'],
};

/** Where the array of a list is; 'open' where that cannot be told. */
function collectionOf(root: JsonObject, { extension, value, target }: DynamicCall) {
  const key = collectionKeys[extension];
  if (!key || !target) return 'open';
  const answer = answerOf(root, target);
  const path = value[key] ?? '';
  if (typeof path !== 'string') return 'open';
  return answer && shapeAt(root, answer, path);
}

function arrayProblems(root: JsonObject, call: DynamicCall): Problem[] {
  const found = collectionOf(root, call);
  if (found === 'open' || found?.type === 'array') return [];
  const key = collectionKeys[call.extension] ?? '';
  const path = call.value[key];
  const id = call.target?.operationId;
  const what = !found ? 'nothing is declared' : `there is ${found.type ?? 'no array'}`;
  const message = path
    ? `${id} should answer an array at "${path}", and ${what} there. Name the property that holds the array, or declare it.`
    : `${id} should answer an array, and ${!found ? 'declares no answer' : `answers ${found.type ?? 'no array'}`}. Name the property that holds the array in ${key}.`;
  return [{ message, pointer: path === undefined ? call.pointer : `${call.pointer}/${key}` }];
}

function propertyProblems(root: JsonObject, call: DynamicCall): Problem[] {
  const { extension, value, pointer, target } = call;
  if (!target) return [];
  const start = collectionKeys[extension] ? itemsOf(root, call) : answerOf(root, target);
  if (start === 'open') return [];
  return propertyKeys[extension].flatMap((key): Problem[] => {
    const path = value[key];
    if (typeof path !== 'string' || path === '') return [];
    const isBare = start && shapeOf(root, start.value, start.pointer)?.properties.size === 0;
    if (start && shapeAt(root, start, path)) return [];
    const message = `${target.operationId} does not declare the property "${path}" in its answer, which ${key} looks for. Declare it, or name one that is declared.`;
    return [{ message, pointer: `${pointer}/${key}`, ...(isBare && { severity: 'info' }) }];
  });
}

/** The items of a list; 'open' where they are not told, or where the other rule tells that there is no array. */
function itemsOf(root: JsonObject, call: DynamicCall): SchemaPlace | 'open' {
  const found: SchemaShape | 'open' | undefined = collectionOf(root, call);
  return found === 'open' || found?.type !== 'array' ? 'open' : (found.items ?? 'open');
}
