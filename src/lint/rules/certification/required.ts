/** Required properties: that they are there, can be given, and do not require themselves. */
import { valueAt } from '../../../package/json-pointer.ts';
import { eachEntry, entriesOf, isObject, type JsonObject, membersOf } from '../../model/json-object.ts';
import { followed, pointerOfReference } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { schemasWith } from '../../model/parts-with.ts';
import { inputSchemas } from '../../model/schema-graph.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { query, withBody, withDefinition, withParameters, withSchema } from './fragments.ts';

const id = { type: 'string', 'x-ms-summary': 'Id', description: 'The id.' };
const hidden = { ...id, 'x-ms-visibility': 'internal', default: 'all' };
const parent = (required: string[]) => ({
  definitions: {
    Quote: { type: 'object', required, properties: { parent: { $ref: '#/definitions/Offer' }, id } },
    Offer: { type: 'object', required: ['quote'], properties: { quote: { $ref: '#/definitions/Quote' } } },
  },
});

export const requiredRules: readonly Rule[] = validatorRules([
  {
    id: 'RequiredPropertyNotOnObject',
    severity: 'warning',
    title: 'Only objects require properties',
    why: 'A list of required properties on a string or an array requires nothing.',
    published: 8,
    good: withSchema({ type: 'object', required: ['id'], properties: { id } }),
    bad: withSchema({ type: 'string', required: ['id'] }),
    check: (model) =>
      schemasWith(model, 'required')
        .filter(({ value }) => Array.isArray(value.required) && value.type !== undefined && value.type !== 'object')
        .map(({ value, pointer }) => ({
          message: `The schema is of type ${String(value.type)} and has required properties. Move the list to the object that it means.`,
          pointer: `${pointer}/required`,
        })),
  },
  {
    id: 'RequiredPropertyDefinitionMissing',
    severity: 'error',
    title: 'Required properties are declared',
    why: 'A maker cannot fill in what is not there. Capitals count; what allOf brings along is there.',
    published: 0,
    good: withSchema({ allOf: [{ $ref: '#/definitions/RecordDetailsItem' }, { required: ['recordId'] }] }),
    bad: withSchema({ type: 'object', required: ['ID'], properties: { id } }),
    check: (model) =>
      [...new Set([...schemasWith(model, 'required'), ...schemasWith(model, 'allOf')])]
        .filter(({ role, value }) => role !== 'allOf' && (value.type === undefined || value.type === 'object'))
        .flatMap(({ value, pointer }) => undeclared(model.root, value, pointer)),
  },
  {
    id: 'RequiredReadOnlyPropertyNotAllowedAsInput',
    severity: 'warning',
    title: 'No input is required and read-only',
    why: 'What is read-only is not sent, so what is required is missing.',
    published: 1,
    good: withBody({ type: 'object', properties: { id: { ...id, readOnly: true } } }),
    bad: withBody({ type: 'object', required: ['id'], properties: { id: { ...id, readOnly: true } } }),
    check: (model) =>
      inputSchemas(model)
        .filter(({ value, isRequired }) => isRequired && value.readOnly === true)
        .map(({ name, pointer }) => ({
          message: `The input ${name} is required and read-only. Drop one of the two.`,
          pointer: `${pointer}/readOnly`,
        })),
  },
  {
    id: 'RequiredLoopInSchemaNotAllowed',
    severity: 'error',
    title: 'No schema requires itself',
    why: 'A value of it would have no end, so there is none.',
    good: withDefinition(parent(['id'])),
    bad: withDefinition(parent(['parent'])),
    check: requiredLoops,
  },
  {
    id: 'InternalPropertyWithDefaultOptional',
    severity: 'warning',
    title: 'Internal properties with a default are required',
    why: 'An internal property is not shown; only if it is required, its default is sent.',
    published: 0,
    good: withBody({ type: 'object', required: ['scope'], properties: { scope: hidden } }),
    bad: withBody({ type: 'object', properties: { scope: hidden } }),
    check: (model) =>
      inputSchemas(model)
        .filter(({ value }) => value['x-ms-visibility'] === 'internal' && value.default !== undefined)
        .filter(({ isRequired }) => isRequired === false)
        .map(({ name, pointer }) => ({
          message: `The property ${name} is internal with a default, and optional: the default need not be sent. Add it to the required ones.`,
          pointer,
        })),
  },
  {
    id: 'PropertyMustBeRequired',
    severity: 'warning',
    title: 'Internal parameters with a default are required',
    why: 'An internal parameter is not shown; an optional one is left out, and its default is never sent.',
    published: 12,
    good: withParameters(query({ 'x-ms-visibility': 'internal', default: 'open', required: true })),
    bad: withParameters(query({ 'x-ms-visibility': 'internal', default: 'open' })),
    check: ({ parameters }) =>
      parameters
        .filter(({ value }) => value['x-ms-visibility'] === 'internal' && value.default !== undefined)
        .filter(({ value }) => value.in !== 'body' && value.required !== true)
        .map(({ value, pointer }) => ({
          message: `The parameter ${String(value.name)} is internal with a default, and optional: the default is never sent. Set "required": true.`,
          pointer,
          fix: { pointer: `${pointer}/required`, value: true },
        })),
  },
]);

/** Required names that neither the schema nor what allOf brings along declares. */
function undeclared(root: JsonObject, value: JsonObject, pointer: string): Problem[] {
  const parts = membersOf(value.allOf);
  const lists = [
    { list: value.required, pointer },
    ...parts.map(([index, part]) => ({
      list: isObject(part) && part.$ref === undefined ? part.required : undefined,
      pointer: `${pointer}/allOf/${index}`,
    })),
  ].filter(({ list }) => Array.isArray(list));
  if (lists.length === 0) return [];
  const declared = new Set<string>();
  const entered = new Set<string>();
  const collect = (schema: JsonObject, place: string) => {
    if (entered.has(place)) return;
    entered.add(place);
    eachEntry(schema.properties, (name) => declared.add(name));
    for (const [index, part] of membersOf(schema.allOf)) {
      const found = followed(root, part, `${place}/allOf/${index}`);
      if (found) collect(found.value, found.pointer);
    }
  };
  collect(value, pointer);
  return lists.flatMap(({ list, pointer: place }) =>
    membersOf(list)
      .filter(([, name]) => typeof name === 'string' && !declared.has(name))
      .map(([index, name]) => ({
        message: `${String(name)} is required and not among the properties. Declare it, or take it from the list.`,
        pointer: `${place}/required/${index}`,
      })),
  );
}

/** Definitions that lead back to themselves by required properties, or by parts of allOf, only. */
function requiredLoops({ root, schemas }: PackageModel): Problem[] {
  const edges = new Map<string, readonly string[]>();
  for (const { role, value, pointer } of schemas)
    if (role === 'definition' && value.$ref === undefined) edges.set(pointer, requiredTargets(value));
  const state = new Map<string, 'open' | 'done'>();
  const problems: Problem[] = [];
  for (const start of edges.keys()) {
    const path = [{ node: start, next: 0 }];
    if (state.has(start)) continue;
    state.set(start, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = (edges.get(top.node) ?? [])[top.next++];
      if (target === undefined) {
        state.set(top.node, 'done');
        path.pop();
      } else if (state.get(target) === 'open') {
        const last = nameOf(top.node);
        const isPart = partTargets(valueAt(root, top.node)).includes(target);
        if (valueAt(root, target) !== undefined)
          problems.push({ message: loopText(nameOf(target), last, isPart), pointer: target });
      } else if (!state.has(target) && edges.has(target)) {
        state.set(target, 'open');
        path.push({ node: target, next: 0 });
      }
    }
  }
  return problems;
}

/** `last` closes the loop: with a required property, or with a part of its allOf. */
function loopText(first: string, last: string, isPart: boolean): string {
  const link = isPart ? 'is made of' : 'requires';
  const loop = first === last ? `${last} ${link} itself` : `${first} leads to ${last}, and ${last} ${link} ${first}`;
  const mend = isPart ? 'Take it out of allOf.' : 'Make one of the properties optional.';
  return `${loop}: no value has an end. ${mend}`;
}

/** Definitions that a schema names in its allOf. */
function partTargets(value: unknown): string[] {
  return isObject(value)
    ? membersOf(value.allOf).flatMap(([, part]) =>
        isObject(part) && typeof part.$ref === 'string' ? [pointerOfReference(part.$ref)] : [],
      )
    : [];
}

function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

/** Definitions that every value of a schema holds a value of. */
function requiredTargets(value: unknown): string[] {
  if (!isObject(value)) return [];
  if (typeof value.$ref === 'string') return [pointerOfReference(value.$ref)];
  const { required, properties, allOf, items, minItems } = value;
  const names = membersOf(required).map(([, name]) => name);
  return [
    ...entriesOf(properties).flatMap(([name, property]) => (names.includes(name) ? requiredTargets(property) : [])),
    ...membersOf(allOf).flatMap(([, part]) => requiredTargets(part)),
    ...(typeof minItems === 'number' && minItems > 0 ? requiredTargets(items) : []),
  ];
}
