/** Inputs of extension points that refuse what the host sends in them, or stand where the documentation has none. */
import { extensionPoints } from '../../contract/contract.ts';
import type { DiscoveredAction, Input, InputMatch } from '../../discovery/discovery.ts';
import { valueAt } from '../../package/json-pointer.ts';
import type { JsonObject } from '../model/json-object.ts';
import { followed } from '../model/operations.ts';
import type { Problem, Rule, Sample } from '../rule.ts';

const { recordDetails } = extensionPoints;
const source = 'Extend Copilot for Sales (Microsoft Learn, 2026), the inputs of each extension point';

/** What the host sends, by the input's name. Ids are those of Dynamics 365, and of Salesforce in both lengths. */
const sent: Readonly<Record<string, readonly (string | number)[]>> = {
  recordId: ['6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b', '0065g00000Ab1Cd', '0065g00000Ab1CdAAE'],
  recordType: ['account', 'opportunity'],
  resourceType: ['email-thread'],
  crmType: ['Dynamics365', 'Salesforce'],
  crmOrgUrl: ['https://contoso.crm.dynamics.com', 'https://contoso.my.salesforce.com'],
  top: [10],
  skip: [0],
};
const valuesOf = (name: string) => sent[name === 'entityId' ? 'recordId' : name === 'entityType' ? 'recordType' : name];

function withInput(name: string, change: object): Sample {
  const parameters = recordDetails.inputs.map(({ name: each, description, required, type }) => ({
    name: each,
    in: 'query',
    'x-ms-summary': each,
    description,
    required,
    type,
    ...(each === name && change),
  }));
  return { definition: { paths: { [recordDetails.path]: { get: { parameters } } } } };
}

export const inputValueRules: readonly Rule[] = [
  {
    id: 'input-constraint',
    group: 'extension-points',
    severity: 'warning',
    title: 'Inputs take the values that the host sends',
    why: 'A value that breaks the limits of its parameter may be refused before it reaches your API. What the real host sends for top and skip is not documented; the one of this project sends 10, and 0 first.',
    source,
    good: withInput('recordId', { minLength: 15, maxLength: 40, pattern: '^[0-9A-Za-z-]+$' }),
    bad: withInput('recordId', { maxLength: 15 }),
    check: ({ root, actions }) =>
      matchedInputs(actions).flatMap(({ match: { field }, input }): Problem[] => {
        const schema = followed(root, valueAt(root, input.pointer), input.pointer)?.value ?? {};
        const limits = refusing(schema, valuesOf(field.name) ?? []);
        return limits.map(({ limit, value }) => ({
          message: `${field.name} refuses ${value}, as the host sends it: its ${limit} is ${JSON.stringify(schema[limit])}. Take what is sent.`,
          pointer: input.pointer,
        }));
      }),
  },
  {
    id: 'input-place',
    group: 'extension-points',
    severity: 'info',
    title: 'Inputs stand where the documentation has them',
    why: 'The host tells inputs by their descriptions, and the platform sends each where the definition has it. No documented extension point has inputs in headers or forms, nor mixes body and query: whether that works is not known.',
    source,
    good: {},
    bad: withInput('recordType', { in: 'header' }),
    check: ({ actions }) =>
      matchedInputs(actions).flatMap(({ action: { point }, match: { field }, input }): Problem[] => {
        // In a path it is part of the address, which is anybody's own (G1).
        if (!point || point.inputsIn === 'any' || input.in === 'path' || input.in === point.inputsIn) return [];
        const message = `${field.name} is in ${input.in}; the documentation has the inputs of ${point.id} in the ${point.inputsIn}.`;
        return [{ message, pointer: input.pointer }];
      }),
  },
];

interface Matched {
  readonly action: DiscoveredAction;
  readonly match: InputMatch;
  readonly input: Input;
}

function matchedInputs(actions: readonly DiscoveredAction[]): Matched[] {
  return actions.flatMap((action) =>
    action.inputMatches.flatMap((match) => (match.input ? [{ action, match, input: match.input }] : [])),
  );
}

/** Each limit that a value breaks, once, with the first such value. */
function refusing(
  schema: JsonObject,
  values: readonly (string | number)[],
): { limit: string; value: string | number }[] {
  return Object.entries(limits).flatMap(([limit, isKept]) => {
    const set = schema[limit];
    const value = set === undefined ? undefined : values.find((each) => !isKept(each, set, schema));
    return value === undefined ? [] : [{ limit, value }];
  });
}

type IsKept = (value: string | number, limit: unknown, schema: JsonObject) => boolean;

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const limits: Readonly<Record<string, IsKept>> = {
  format: (value, format) =>
    typeof value !== 'string' || !['uuid', 'guid'].includes(String(format)) || guid.test(value),
  minLength: (value, limit) => typeof value !== 'string' || typeof limit !== 'number' || value.length >= limit,
  maxLength: (value, limit) => typeof value !== 'string' || typeof limit !== 'number' || value.length <= limit,
  pattern: (value, pattern) => typeof value !== 'string' || typeof pattern !== 'string' || fits(value, pattern),
  minimum: (value, limit, { exclusiveMinimum }) =>
    typeof value !== 'number' ||
    typeof limit !== 'number' ||
    (exclusiveMinimum === true ? value > limit : value >= limit),
  maximum: (value, limit, { exclusiveMaximum }) =>
    typeof value !== 'number' ||
    typeof limit !== 'number' ||
    (exclusiveMaximum === true ? value < limit : value <= limit),
};

/** Groups and many repetitions can take for ever: such patterns are believed. */
function fits(value: string, pattern: string): boolean {
  const repetitions = pattern.match(/[*+?]|\{\d+,/g)?.length ?? 0;
  if (pattern.length > 200 || /[()]/.test(pattern) || repetitions > 3) return true;
  try {
    return new RegExp(pattern).test(value);
  } catch {
    return true;
  }
}
