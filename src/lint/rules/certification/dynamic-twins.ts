/** Older dynamic extensions that need a newer one beside them, and the agreement of the two. */
import { isObject } from '../../model/json-object.ts';
import { meaningsOf, nameOf } from '../../model/operation-inputs.ts';
import type { Problem, Rule } from '../../rule.ts';
import { calledParameter, dynamicExample, dynamicSource, list, shaped } from './dynamic-example.ts';

type Declared = Omit<Rule, 'group' | 'source'>;

const declared: readonly Declared[] = [
  {
    id: 'DynamicPropertiesExtensionRequiredForPropertiesValuePath',
    severity: 'warning',
    title: 'A value-path to the properties of a schema has an x-ms-dynamic-properties beside it',
    why: 'The newer extension takes the schema itself; newer designers read only that one.',
    good: dynamicExample({ more: shaped({ operationId: 'ListPipelines', 'value-path': 'schema' }) }),
    bad: dynamicExample({ more: shaped({ operationId: 'ListPipelines', 'value-path': 'schema/properties' }) }),
    check: ({ dynamicCalls }) =>
      dynamicCalls.flatMap(({ extension, value, pointer, holder }): Problem[] => {
        const path = value['value-path'];
        const isNeeded = extension === 'x-ms-dynamic-schema' && typeof path === 'string' && endsInProperties.test(path);
        if (!isNeeded || isObject(holder['x-ms-dynamic-properties'])) return [];
        const expected = path.replace(endsInProperties, '');
        const twin = expected ? `itemValuePath "${expected}"` : 'no itemValuePath';
        return [
          {
            message: `The value-path "${path}" leads to properties, not to a schema. Add x-ms-dynamic-properties with ${twin}.`,
            pointer: `${pointer}/value-path`,
          },
        ];
      }),
  },
  {
    id: 'DynamicPropertiesItemValuePathMismatch',
    severity: 'warning',
    title: 'x-ms-dynamic-properties and x-ms-dynamic-schema look at the same place',
    why: 'Which of the two is read depends on the designer; the maker sees other fields in one than in the other.',
    good: dynamicExample({
      more: shaped(
        { operationId: 'ListPipelines', 'value-path': 'schema/properties' },
        { operationId: 'ListPipelines', itemValuePath: 'schema' },
      ),
    }),
    bad: dynamicExample({
      more: shaped(
        { operationId: 'ListPipelines', 'value-path': 'schema' },
        { operationId: 'ListPipelines', itemValuePath: 'items' },
      ),
    }),
    check: ({ dynamicCalls }) =>
      dynamicCalls.flatMap(({ extension, value, pointer, holder }): Problem[] => {
        const older = holder['x-ms-dynamic-schema'];
        if (extension !== 'x-ms-dynamic-properties' || !isObject(older)) return [];
        const expected = String(older['value-path'] ?? '').replace(endsInProperties, '');
        const path = value.itemValuePath ?? '';
        if (path === expected) return [];
        const mend = expected ? `Write "${expected}".` : 'Leave it out.';
        return [
          {
            message: `itemValuePath is "${path}", and x-ms-dynamic-schema beside it looks at "${expected}". ${mend}`,
            pointer: value.itemValuePath === undefined ? pointer : `${pointer}/itemValuePath`,
          },
        ];
      }),
  },
  {
    id: 'DynamicTreeExtensionMissing',
    severity: 'warning',
    title: 'A file picker has an x-ms-dynamic-tree',
    why: 'Newer designers show a file picker only where the tree is declared.',
    good: dynamicExample({
      extensions: {
        'x-ms-dynamic-values': { capability: 'file-picker', 'value-path': 'id' },
        'x-ms-dynamic-tree': { open: list, browse: list },
      },
    }),
    bad: dynamicExample({ extensions: { 'x-ms-dynamic-values': { capability: 'file-picker', 'value-path': 'id' } } }),
    check: ({ dynamicCalls }) =>
      dynamicCalls
        .filter(({ value, holder }) => value.capability === 'file-picker' && !isObject(holder['x-ms-dynamic-tree']))
        .map(({ pointer }) => ({
          message: 'The file picker has no x-ms-dynamic-tree beside it. Add one with open and browse.',
          pointer,
        })),
  },
  ...twinRules('x-ms-dynamic-values', 'x-ms-dynamic-list', 'DynamicListExtensionRequiredFor'),
  ...twinRules('x-ms-dynamic-schema', 'x-ms-dynamic-properties', 'DynamicPropertiesExtensionRequiredFor'),
];

export const dynamicTwinRules: readonly Rule[] = declared.map((rule) => ({
  group: 'certification',
  source: dynamicSource,
  ...rule,
}));

const endsInProperties = /(?:^|\/)properties$/;

/** The two rules by which a reference that the older extension cannot tell apart needs the newer one. */
function twinRules(
  older: 'x-ms-dynamic-values' | 'x-ms-dynamic-schema',
  newer: 'x-ms-dynamic-list' | 'x-ms-dynamic-properties',
  id: string,
): Declared[] {
  const example = (parameter: string, own: readonly object[], more: object = {}) =>
    dynamicExample({
      extensions: { [older]: { operationId: 'ListPipelines', parameters: { inTeam: { parameter } } }, ...more },
      called: [calledParameter({})],
      own,
    });
  const region = { name: 'region', in: 'query', type: 'string' };
  const twin = { [newer]: { operationId: 'ListPipelines' } };
  const problems =
    (isMeant: (parameters: number, properties: number) => boolean, what: string): Rule['check'] =>
    ({ dynamicCalls }) =>
      dynamicCalls
        .filter(({ extension, holder }) => extension === older && !isObject(holder[newer]))
        .flatMap(({ given, sources }) =>
          given.flatMap(({ reference, pointer }): Problem[] => {
            if (reference === undefined) return [];
            const source = sources.find((each) => {
              const { parameters, properties } = meaningsOf(each, reference);
              return isMeant(parameters.length, properties.length);
            });
            const message = `In ${nameOf(source)}, ${reference} ${what}. Add ${newer}, which names the whole path to it.`;
            return source ? [{ message, pointer }] : [];
          }),
        );
  return [
    {
      id: `${id}AmbiguousReferences`,
      severity: 'warning',
      title: `A reference with several meanings has ${newer} beside it`,
      why: `${older} names a parameter by its last name only; ${newer} names the whole path.`,
      good: example('region', [region], twin),
      bad: example('region', [region]),
      check: problems(
        (parameters, properties) => properties > 0 && parameters + properties > 1,
        'has several meanings',
      ),
    },
    {
      id: `${id}NonParameterReferences`,
      severity: 'warning',
      title: `A reference to a property of the body has ${newer} beside it`,
      why: `${older} is made for parameters; newer designers find a property only by the path that ${newer} names.`,
      good: example('team', []),
      bad: example('size', []),
      check: problems((parameters, properties) => parameters === 0 && properties === 1, 'is a property of the body'),
    },
  ];
}
