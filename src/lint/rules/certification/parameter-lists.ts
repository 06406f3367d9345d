/** Parameters of one operation or path beside one another. */
import type { OperationPart } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { type ParameterEntry, type ParameterList, parameterLists } from '../../model/path-items.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { listing, query, withParameters, withPaths } from './fragments.ts';

const body = { name: 'body', in: 'body', description: 'The quote.', required: true, schema: { type: 'object' } };
const form = query({ name: 'title', in: 'formData' });
const onPath = (...parameters: object[]) => withPaths(['/quotes', { parameters, get: listing('ListQuotes') }]);

export const parameterListRules: readonly Rule[] = validatorRules([
  {
    id: 'OperationParametersAreNotUnique',
    severity: 'error',
    title: 'No parameter of an operation stands there twice',
    why: 'The list of parameters is a set: two equal entries are refused.',
    published: 0,
    good: withParameters(query(), query({ in: 'header' })),
    bad: withParameters(query(), query()),
    check: (model) =>
      listsOf(model, 'operation').flatMap(({ entries }) =>
        twice(entries).flatMap(({ first, again }) =>
          isSame(first, again)
            ? [{ message: `${nameOf(again)} stands here twice, to the letter. Remove one.`, pointer: again.pointer }]
            : [],
        ),
      ),
  },
  {
    id: 'OperationParametersContainDuplicateParameter',
    severity: 'error',
    title: 'An operation has one parameter of a name in a place',
    why: 'Of two, one is lost. References count as what they lead to.',
    published: 0,
    good: withParameters(query(), query({ in: 'header' })),
    bad: withParameters(query(), query({ description: 'Another one.' })),
    check: (model) =>
      listsOf(model, 'operation').flatMap(({ entries }) =>
        twice(entries).flatMap(({ first, again }) => (isSame(first, again) ? [] : [duplicate(again)])),
      ),
  },
  {
    id: 'PathParametersContainDuplicateParameter',
    severity: 'error',
    title: 'A path has one parameter of a name in a place',
    why: 'Of two, one is lost for all operations of the path.',
    published: 0,
    good: onPath(query()),
    bad: onPath(query(), query({ description: 'Another one.' })),
    check: (model) =>
      listsOf(model, 'path').flatMap(({ entries }) => twice(entries).map(({ again }) => duplicate(again))),
  },
  {
    id: 'OperationParametersContainMultipleBodyParameters',
    severity: 'error',
    title: 'An operation has one body',
    why: 'A request has one body; two parameters cannot both be it.',
    published: 0,
    good: withParameters(body),
    bad: withParameters(body, { ...body, name: 'second' }),
    check: ({ operations }) =>
      operations.flatMap((operation) => {
        const [, ...more] = bodiesOf(operation);
        const own = more.filter(({ referredFrom }) => referredFrom.startsWith(`${operation.pointer}/`));
        return own.map(({ value, referredFrom }) => secondBody(value.name, referredFrom));
      }),
  },
  {
    id: 'PathParametersContainMultipleBodyParameters',
    severity: 'error',
    title: 'A path has one body for its operations',
    why: 'A request has one body; two parameters cannot both be it.',
    published: 0,
    good: onPath(body),
    bad: onPath(body, { ...body, name: 'second' }),
    check: (model) =>
      listsOf(model, 'path').flatMap(({ entries }) => {
        const names = new Map(
          entries.flatMap((entry) => (entry.value.in === 'body' ? [[entry.value.name, entry]] : [])),
        );
        return [...names.values()].slice(1).map(({ value, pointer }) => secondBody(value.name, pointer));
      }),
  },
  {
    id: 'ParameterListContainsFormDataAndBody',
    severity: 'error',
    title: 'An operation has a body or form data, not both',
    why: 'Form data is the body: only one of them can be sent.',
    published: 0,
    good: withParameters(form),
    bad: withParameters(body, form),
    check: ({ operations }) =>
      operations.flatMap((operation): Problem[] => {
        const first = operation.parameters.find(({ value }) => value.in === 'formData');
        if (!first || bodiesOf(operation).length === 0) return [];
        const message = `${operation.operationId ?? operation.path} has a body and the form data ${String(first.value.name)}. Keep one: a schema for JSON, form data for files.`;
        return [{ message, pointer: first.referredFrom }];
      }),
  },
]);

function listsOf(model: PackageModel, owner: ParameterList['owner']): ParameterList[] {
  return parameterLists(model).filter((list) => list.owner === owner);
}

/** Entries of a name and place that an earlier entry has. */
function twice(entries: readonly ParameterEntry[]): { first: ParameterEntry; again: ParameterEntry }[] {
  const seen = new Map<string, ParameterEntry>();
  return entries.flatMap((entry) => {
    if (typeof entry.value.name !== 'string') return [];
    const key = `${String(entry.value.in)} ${entry.value.name}`;
    const first = seen.get(key);
    if (first) return [{ first, again: entry }];
    seen.set(key, entry);
    return [];
  });
}

function isSame(one: ParameterEntry, other: ParameterEntry): boolean {
  return JSON.stringify(one.written) === JSON.stringify(other.written);
}

function nameOf({ value }: ParameterEntry): string {
  return `The parameter ${String(value.name)} (${String(value.in)})`;
}

function duplicate(entry: ParameterEntry): Problem {
  return {
    message: `${nameOf(entry)} is declared here already. Remove one of the two, or give it another name.`,
    pointer: entry.pointer,
  };
}

function bodiesOf({ parameters }: OperationPart): OperationPart['parameters'] {
  return parameters.filter(({ value }) => value.in === 'body');
}

function secondBody(name: unknown, pointer: string): Problem {
  return {
    message: `${String(name)} is a second body. Join the two into one schema.`,
    pointer,
  };
}
