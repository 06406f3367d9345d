/** Schemas: empty ones, unused ones, editors, what can be filtered. */
import { eachEntry, entriesOf, isObject, type JsonObject, membersOf, step } from '../../model/json-object.ts';
import { pointerOfReference } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { schemasWith } from '../../model/parts-with.ts';
import { perModel } from '../../model/per-model.ts';
import { references } from '../../model/references.ts';
import { inputSchemas } from '../../model/schema-graph.ts';
import type { Problem, Rule } from '../../rule.ts';
import { type Declared, furtherRules, validatorRules } from './declared-rules.ts';
import { withBody, withDefinition, withResponse, withSchema } from './fragments.ts';

const kind = { type: 'string', 'x-ms-summary': 'Kind', description: 'The kind.' };
const filterable = (...functions: string[]) => ({
  type: 'object',
  properties: { kind: { ...kind, 'x-ms-capabilities': { filterFunctions: functions } } },
});

/** What tabular connectors and Power Fx call functions of filters. */
const filterFunctions = new Set(
  [
    'and or not eq ne lt le gt ge add sub mul div mod negate null contains startswith endswith length indexof replace',
    'substring substringof tolower toupper trim concat year month day hour minute second date time now totaloffsetminutes',
    'totalseconds floor ceiling round sum min max average count countdistinct top astype arraylookup joininner joinleft',
  ].flatMap((line) => line.split(' ')),
);

export const schemaRules: readonly Rule[] = [
  ...validatorRules([
    {
      id: 'InvalidCustomEditorExtensionDictionaryValue',
      severity: 'warning',
      title: 'The dictionary editor goes with objects of any properties',
      why: 'The editor takes names and values; a schema without additionalProperties allows none.',
      good: withSchema({ type: 'object', additionalProperties: { type: 'string' }, 'x-ms-editor': 'dictionary' }),
      bad: withSchema({ type: 'string', 'x-ms-editor': 'dictionary' }),
      check: (model) =>
        schemasWith(model, 'x-ms-editor')
          .filter(({ value }) => value['x-ms-editor'] === 'dictionary')
          .filter(
            ({ value: { type, additionalProperties: more } }) =>
              type !== 'object' || !(more === true || isObject(more)),
          )
          .map(({ pointer }) => ({
            message:
              'x-ms-editor is dictionary, and the schema is no object with additionalProperties. Add them, or remove the editor.',
            pointer: `${pointer}/x-ms-editor`,
          })),
    },
    filterRule(
      'FilterFunctionsPropertyEmpty',
      'filterFunctions names a function',
      'An empty list allows no filter; where nothing can be filtered there is no list.',
      withResponse({ schema: filterable() }),
      ({ list }) => (list.length === 0 ? ['filterFunctions is empty. List the functions, or remove it.'] : []),
    ),
    filterRule(
      'FilterFunctionsPropertyHasDuplicates',
      'filterFunctions names a function once',
      'The list is a set.',
      withResponse({ schema: filterable('eq', 'eq') }),
      ({ list }) => {
        const twice = list.filter((each, index) => list.indexOf(each) !== index);
        return twice.length > 0 ? [`filterFunctions has ${twice.map(String).join(', ')} twice. Remove one.`] : [];
      },
    ),
    {
      ...filterRule(
        'FilterFunctionsPropertyInvalidValue',
        'filterFunctions names functions that there are',
        'What is not known cannot be passed on to your API. Microsoft’s list is not published; assumed is that of Power Fx and the tabular connectors.',
        withResponse({ schema: filterable('equals') }),
        ({ list }) => {
          const unknown = list.filter((each) => !filterFunctions.has(String(each).toLowerCase()));
          return unknown.length > 0
            ? [`filterFunctions has ${unknown.map(String).join(', ')}. Write eq, ne, lt, contains or the like.`]
            : [];
        },
      ),
      isAssumed: true,
      severity: 'warning',
    },
    filterRule(
      'FilterFunctionsPropertyInInputSchema',
      'filterFunctions stands in answers',
      'Filters choose among what is answered; an input cannot be filtered.',
      withBody(filterable('eq')),
      ({ isInput, isOutput }) =>
        isInput && !isOutput
          ? ['filterFunctions stands in the schema of an input. Move it to that of the answer.']
          : [],
    ),
  ]),
  ...furtherRules('Certification policy 5000.2.4.4 and .6; submission guide of Microsoft Learn, September 2022', [
    {
      id: 'schema-empty',
      severity: 'warning',
      title: 'Schemas are not empty',
      why: 'An empty schema, an object without properties, an array of anything: the designer offers nothing to use. Dynamic schemas and additionalProperties are not empty. Some 130 of 1,012 published connectors have each kind; inside other schemas it is for your information.',
      good: withBody({ type: 'object', additionalProperties: { type: 'string' } }),
      bad: withBody({ type: 'object', properties: {} }),
      check: emptySchemas,
    },
  ]),
  ...furtherRules('Survey of the connectors that Microsoft publishes, October 2024', [
    {
      id: 'definition-unused',
      severity: 'info',
      title: 'Definitions are used',
      why: 'What nothing refers to is read by nobody, and counts towards the size of the file.',
      published: 143,
      good: withDefinition({
        definitions: {
          RecordDetailsItem: { properties: { line: { $ref: '#/definitions/Line' } } },
          Line: { properties: { kind: { type: 'string' } }, discriminator: 'kind' },
          Discount: { allOf: [{ $ref: '#/definitions/Line' }] },
          Shipping: { properties: { kind: { type: 'string', enum: ['Shipping'] } } },
        },
      }),
      bad: withSchema({ type: 'string' }),
      check: unusedDefinitions,
    },
  ]),
];

interface FilterList {
  readonly list: readonly unknown[];
  readonly isInput: boolean;
  readonly isOutput: boolean;
}

function filterRule(
  id: string,
  title: string,
  why: string,
  bad: Declared['bad'],
  faults: (found: FilterList) => string[],
): Declared {
  return {
    id,
    severity: 'error',
    title,
    why,
    good: withResponse({ schema: filterable('eq', 'contains') }),
    bad,
    check: (model) => {
      const holders = filterHolders(model);
      if (holders.length === 0) return [];
      const inputs = new Set(inputSchemas(model).map(({ pointer }) => pointer));
      return holders.flatMap(({ list, pointer }): Problem[] => {
        const isInput = inputs.has(pointer);
        const isOutput = !isInput || pointer.startsWith('/definitions/');
        return faults({ list, isInput, isOutput }).map((message) => ({
          message,
          pointer: `${pointer}/x-ms-capabilities/filterFunctions`,
        }));
      });
    },
  };
}

/** The schemas that name functions to filter by. */
const filterHolders = perModel((model) =>
  schemasWith(model, 'x-ms-capabilities').flatMap(({ value, pointer }) => {
    const capabilities = value['x-ms-capabilities'];
    const list = isObject(capabilities) ? capabilities.filterFunctions : undefined;
    return Array.isArray(list) ? [{ list, pointer }] : [];
  }),
);

const dynamic = ['x-ms-dynamic-schema', 'x-ms-dynamic-properties', 'x-ms-dynamic-values', 'x-ms-dynamic-list'];

function emptySchemas({ schemas }: PackageModel): Problem[] {
  return schemas.flatMap(({ value, pointer, role, name }): Problem[] => {
    const what = emptiness(value);
    if (!what || role === 'allOf' || role === 'additionalProperties') return [];
    const held =
      role === 'property' ? `The property ${name}` : role === 'items' ? 'What the array holds' : 'The schema';
    const isWhole = role === 'body' || role === 'response';
    return [
      {
        message: `${held} is ${what}. Say what it holds, or that it may hold anything (additionalProperties).`,
        pointer,
        severity: isWhole ? 'warning' : 'info',
      },
    ];
  });
}

/** How a schema says nothing, or undefined where it says something. */
function emptiness(value: JsonObject): string | undefined {
  if (value.type !== 'object' && value.type !== undefined) return undefined;
  if (value.$ref !== undefined) return undefined;
  if (Object.keys(value).length === 0) return 'an empty schema';
  if (value.$ref !== undefined || value.allOf !== undefined || dynamic.some((name) => value[name] !== undefined))
    return undefined;
  if (value.additionalProperties !== undefined || Object.keys(value).some((name) => name === 'enum')) return undefined;
  const { properties } = value;
  if (isObject(properties))
    return Object.keys(properties).length === 0 ? 'an object with an empty list of properties' : undefined;
  return value.type === 'object' ? 'an object without properties' : undefined;
}

/** A definition is used where any reference leads to it, wherever that stands, but in itself. */
function unusedDefinitions(model: PackageModel): Problem[] {
  const { root } = model;
  const used = new Set<string>();
  for (const { target, pointer } of references(model)) {
    const name = nameOfDefinition(target);
    if (name !== undefined && !`${pointer}/`.startsWith(`/definitions${step(name)}/`)) used.add(name);
  }
  // Hardly any reference stands elsewhere, in extensions say: they are looked for where something seems unused.
  if (entriesOf(root.definitions).every(([name]) => used.has(name))) return [];
  const look = (value: unknown, inside: string | undefined): void => {
    if (Array.isArray(value)) for (let index = 0; index < value.length; index++) look(value[index], inside);
    if (!isObject(value)) return;
    const target = typeof value.$ref === 'string' ? nameOfDefinition(value.$ref) : undefined;
    if (target !== undefined && target !== inside) used.add(target);
    for (const name in value) if (typeof value[name] === 'object') look(value[name], inside);
  };
  eachEntry(root, (name, value) => {
    if (name !== 'definitions') look(value, undefined);
  });
  eachEntry(root.definitions, (name, value) => look(value, name));
  const bases = basesOf(root);
  return entriesOf(root.definitions)
    .filter(([name, value]) => !used.has(name) && !isKind(bases, name, value))
    .map(([name]) => ({
      message: `Nothing refers to the definition ${name}. Remove it.`,
      pointer: `/definitions/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    }));
}

/** The discriminators of definitions that have one. */
function basesOf(root: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    entriesOf(root.definitions).flatMap(([base, each]) =>
      isObject(each) && typeof each.discriminator === 'string' ? [[base, each.discriminator] as const] : [],
    ),
  );
}

/** Chosen by its name: a base's discriminator has it, which this extends, or which this limits to its name. */
function isKind(bases: ReadonlyMap<string, string>, name: string, value: unknown): boolean {
  if (bases.size === 0 || !isObject(value)) return false;
  const extended = membersOf(value.allOf).flatMap(([, part]) =>
    isObject(part) && typeof part.$ref === 'string' ? (nameOfDefinition(part.$ref) ?? []) : [],
  );
  const properties = isObject(value.properties) ? value.properties : {};
  const isNamedIn = (property: string) => {
    const declared = properties[property];
    return isObject(declared) && Array.isArray(declared.enum) && declared.enum.includes(name);
  };
  return [...bases].some(([base, property]) => base !== name && (extended.includes(base) || isNamedIn(property)));
}

function nameOfDefinition(target: string): string | undefined {
  const [, section, name] = pointerOfReference(target).split('/');
  return section === 'definitions' ? name?.replaceAll('~1', '/').replaceAll('~0', '~') : undefined;
}
