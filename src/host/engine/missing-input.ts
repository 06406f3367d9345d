/** What a call cannot do without and has no value for. */
import type { DiscoveredAction, Input } from '../../discovery/discovery.ts';
import { type Values, valueFor } from './map-request.ts';

/** Why nothing can be sent, in words; undefined where every required input has a value. */
export function missingInput({ kind, operation, inputMatches }: DiscoveredAction, values: Values): string | undefined {
  if (kind === 'chat-skill') {
    const missing = operation.inputs.filter((input) => isNeeded(input, operation.inputs) && !isGiven(input, values));
    if (missing.length === 0) return undefined;
    const names = missing.map(({ path }) => path.join('.'));
    return `The chat skill requires ${inWords(names)}, and neither question nor open record gives a value: nothing was sent. Name it in the question, or give it as an input.`;
  }
  const missing = inputMatches
    .filter(({ fieldPath }) => fieldPath.length === 1)
    .filter(({ field, input }) => field.required || (input?.required && input.default === undefined))
    .filter(({ field }) => valueFor(field, values) === undefined)
    .map(({ field }) => field.name);
  if (missing.length === 0) return undefined;
  const cause = [...new Set(missing.map((name) => causes[name.toLowerCase()]).filter((each) => each !== undefined))];
  const has = missing.length === 1 ? 'has' : 'have';
  return `${[...cause, `${inWords(missing)} ${has} no value, and the action requires ${missing.length === 1 ? 'it' : 'them'}`].join(', so ')}: nothing was sent. Open what is missing, or give the value as an input.`;
}

const noRecord = 'No record is open (or none of this CRM)';
const noMail = 'No mail is open';

/** Where the host takes an input from, by the input's name in lower case. */
const causes: Readonly<Record<string, string>> = {
  recordtype: noRecord,
  recordid: noRecord,
  relatedentities: noRecord,
  resourcedata: noMail,
  emailcontacts: noMail,
};

/** Required, without a default, and not an object whose own fields are asked about. */
function isNeeded(input: Input, inputs: readonly Input[]): boolean {
  const isHolder = inputs.some(
    (each) => each.path.length > input.path.length && input.path.every((step, index) => each.path[index] === step),
  );
  return input.required && input.default === undefined && !isHolder && !input.path.includes('[]');
}

/** By its own name, or within an object that is given. */
function isGiven({ path }: Input, values: Values): boolean {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [name.toLowerCase()]));
  return path.some((step) => given.includes(step.toLowerCase()));
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
