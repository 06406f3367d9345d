/** What people read of parameters and outputs. */
import { eachEntry, type JsonObject } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { ParameterPart } from '../model/parameters.ts';
import { inputSchemas } from '../model/schema-graph.ts';
import type { Problem, Rule } from '../rule.ts';
import { furtherRules } from './certification/declared-rules.ts';
import { query, withParameters, withSchema } from './certification/fragments.ts';

const guide = 'Submission and string guides of certification, Microsoft Learn, September 2022';
const longest = 80;

export const parameterTextRules: readonly Rule[] = furtherRules(guide, [
  {
    id: 'parameter-summary-missing',
    severity: 'warning',
    title: 'Every parameter that is shown has x-ms-summary',
    why: 'It is the parameter’s name in the designer; without it the technical name is shown. 171 of 1,012 published connectors lack some, hardly any of them in operations that are shown.',
    good: withParameters(query({ 'x-ms-summary': undefined, 'x-ms-visibility': 'internal' })),
    bad: withParameters(query({ 'x-ms-summary': undefined })),
    check: (model) =>
      shownParameters(model)
        .filter(({ value }) => value.in !== 'body' && (value['x-ms-summary'] ?? '') === '')
        .map(({ value, pointer }) => ({
          message: `The parameter ${String(value.name)} has no x-ms-summary. Add its name for people, in title case.`,
          pointer,
        })),
  },
  {
    id: 'parameter-summary-long',
    severity: 'error',
    title: `x-ms-summary has at most ${longest} characters`,
    why: 'The designer has no room for more.',
    published: 0,
    good: withParameters(query({ 'x-ms-summary': 'S'.repeat(longest) })),
    bad: withParameters(query({ 'x-ms-summary': 'S'.repeat(longest + 1) })),
    check: ({ parameters }) =>
      parameters.flatMap(({ value, pointer }): Problem[] => {
        const summary = value['x-ms-summary'];
        if (typeof summary !== 'string' || summary.length <= longest) return [];
        const message = `x-ms-summary has ${summary.length} characters. Shorten it to ${longest}; the rest goes into the description.`;
        return [{ message, pointer: `${pointer}/x-ms-summary` }];
      }),
  },
  {
    id: 'parameter-description-missing',
    severity: 'warning',
    title: 'Every parameter that is shown has a description',
    why: 'It tells makers, agents and Copilot for Sales what to fill in. 130 of 1,012 published connectors lack some, hardly any of them in operations that are shown.',
    good: withParameters(query()),
    bad: withParameters(query({ description: '' })),
    check: (model) =>
      shownParameters(model)
        .filter(({ value }) => value.in !== 'body' && String(value.description ?? '').trim() === '')
        .map(({ value, pointer }) => ({
          message: `The parameter ${String(value.name)} has no description. Add a sentence that says what it is.`,
          pointer: value.description === undefined ? pointer : `${pointer}/description`,
        })),
  },
  {
    id: 'input-internal-without-default',
    severity: 'warning',
    title: 'What is internal and required has a default',
    why: 'An internal input is not shown, so nobody can fill it in; the call fails. Published: no parameter, 10 of 1,012 with properties of a body.',
    good: withParameters(query({ 'x-ms-visibility': 'internal', required: true, default: 'open' })),
    bad: withParameters(query({ 'x-ms-visibility': 'internal', required: true })),
    check: internalWithoutDefault,
  },
  {
    id: 'outputs-unlabelled',
    severity: 'info',
    title: 'Properties have names and descriptions for people',
    why: 'Without x-ms-summary (or title) and description makers choose among technical names. 746 of 1,012 published connectors lack names, 571 descriptions.',
    good: withSchema({
      type: 'object',
      properties: { id: { type: 'string', title: 'Id', description: 'The id of the quote.' } },
    }),
    bad: withSchema({ type: 'object', properties: { id: { type: 'string' } } }),
    check: ({ schemas }) => schemas.flatMap(({ value, pointer }) => unlabelled(value, pointer)),
  },
]);

/** Parameters of operations that are shown, and that are shown themselves, where they are declared. */
function shownParameters({ operations }: PackageModel): ParameterPart[] {
  const shown = operations.filter(({ isInternal }) => !isInternal).flatMap(({ parameters }) => parameters);
  return [...new Map(shown.map((each) => [each.pointer, each])).values()].filter(
    ({ value }) => value['x-ms-visibility'] !== 'internal',
  );
}

function internalWithoutDefault(model: PackageModel): Problem[] {
  const isUnfilled = (value: JsonObject) =>
    value['x-ms-visibility'] === 'internal' &&
    value.default === undefined &&
    value['x-ms-notification-url'] === undefined;
  const parameters = model.parameters
    .filter(({ value }) => value.in !== 'body' && value.required === true && isUnfilled(value))
    .map(({ value, pointer }) => ({ what: `The parameter ${String(value.name)}`, pointer }));
  const properties = inputSchemas(model)
    .filter(({ value, isRequired }) => isRequired && isUnfilled(value))
    .filter(({ value }) => value.properties === undefined && value.type !== 'object')
    .map(({ name, pointer }) => ({ what: `The property ${name}`, pointer }));
  return [...parameters, ...properties].map(({ what, pointer }) => ({
    message: `${what} is internal and required, and has no default. Add one, or show it.`,
    pointer,
  }));
}

/** One finding for the properties of one object. */
function unlabelled(value: JsonObject, pointer: string): Problem[] {
  if (value.properties === undefined) return [];
  const lacking: string[] = [];
  let shown = 0;
  eachEntry(value.properties, (name, property) => {
    if (typeof property !== 'object' || property === null) return;
    const each = property as JsonObject;
    if (each.$ref !== undefined || each['x-ms-visibility'] === 'internal') return;
    shown++;
    if (!((each['x-ms-summary'] || each.title) && each.description)) lacking.push(name);
  });
  if (lacking.length === 0) return [];
  const names = lacking.slice(0, 5);
  const more = lacking.length > names.length ? ' …' : '';
  const message = `${lacking.length} of ${shown} properties lack x-ms-summary or description: ${names.join(', ')}${more}. Add them.`;
  return [{ message, pointer: `${pointer}/properties` }];
}
