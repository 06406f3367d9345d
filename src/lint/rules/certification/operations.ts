/** Operations: how many, how they are called in the designer, which answers they have. */
import { entriesOf } from '../../model/json-object.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { listing, withOperation, withPaths } from './fragments.ts';

const mostOperations = 256;
const longestSummary = 80;

/** Characters of summaries: what the guidelines forbid, what 16,065 published summaries never have, and what else is no letter. */
const restricted = [
  { severity: 'error', characters: /\//gu },
  { severity: 'warning', characters: /[\\&;*?!@%=+<>$~^]/gu },
  { severity: 'info', characters: /[^\p{L}\p{M}\p{N}\s()]/gu },
] as const;

export const operationRules: readonly Rule[] = validatorRules([
  {
    id: 'TotalOperationsCountExceedsMaxAllowed',
    severity: 'error',
    title: `A connector has at most ${mostOperations} operations`,
    why: 'The platform takes no more. The largest published connector has 219.',
    published: 0,
    good: manyOperations(100),
    bad: manyOperations(mostOperations),
    check: ({ operations }) =>
      operations.length > mostOperations
        ? [
            {
              message: `The definition has ${operations.length} operations, ${mostOperations} are allowed. Take away what nobody calls, or make two connectors.`,
              pointer: '/paths',
            },
          ]
        : [],
  },
  {
    id: 'OperationSummaryTooLong',
    severity: 'error',
    title: `Summaries have at most ${longestSummary} characters`,
    why: 'The summary is the operation’s name in the designer. (Microsoft’s list of errors says 120, its guide 80; the longest published one has exactly 80.)',
    published: 0,
    good: withOperation({ summary: 'L'.repeat(longestSummary) }),
    bad: withOperation({ summary: 'L'.repeat(longestSummary + 1) }),
    check: ({ operations }) =>
      operations.flatMap(({ value: { summary }, pointer }): Problem[] =>
        typeof summary === 'string' && summary.length > longestSummary
          ? [
              {
                message: `The summary has ${summary.length} characters. Shorten it to ${longestSummary}; what it lacks goes into the description.`,
                pointer: `${pointer}/summary`,
              },
            ]
          : [],
      ),
  },
  {
    id: 'RestrictedCharactersInSummary',
    severity: 'error',
    title: 'Summaries are letters, digits and parentheses',
    why: 'The guide allows no more and names the slash. Microsoft’s list is not published: other characters that no published summary has are a warning, those that 190 of 1,012 published connectors have (hyphens, apostrophes, commas) are for your information.',
    isAssumed: true,
    good: withOperation({ summary: 'List quotes (of a customer)' }),
    bad: withOperation({ summary: 'List quotes/offers' }),
    check: ({ operations }) =>
      operations.flatMap(({ value: { summary }, pointer }): Problem[] => {
        const found = typeof summary === 'string' ? restrictedIn(summary) : undefined;
        return found ? [{ ...found, pointer: `${pointer}/summary` }] : [];
      }),
  },
  {
    id: 'OperationMustHaveResponse',
    severity: 'warning',
    title: 'Every operation has a response',
    why: 'Without a response the designer knows no answer, and OpenAPI wants at least one.',
    published: 11,
    good: {},
    bad: withPaths(['/quotes', { get: listing('ListQuotes', { responses: {} }) }]),
    check: ({ operations }) =>
      operations
        .filter(({ value }) => entriesOf(value.responses).every(([status]) => status.startsWith('x-')))
        .map(
          ({ operationId, path, value, pointer }): Problem => ({
            message: `${operationId ?? path} has no response. Declare its answer, such as 200 with a description and a schema.`,
            pointer: value.responses === undefined ? pointer : `${pointer}/responses`,
          }),
        ),
  },
  {
    id: 'OperationShouldHaveSuccessfulResponse',
    severity: 'warning',
    title: 'Every operation has a successful response',
    why: 'The designer takes an operation’s outputs from its successful response; default is none.',
    published: 86,
    good: withPaths(['/quotes', { delete: listing('DeleteQuote', { responses: { 204: { description: 'Gone.' } } }) }]),
    bad: withPaths(['/quotes', { get: listing('ListQuotes', { responses: { default: { description: 'Quotes.' } } }) }]),
    check: ({ operations }) =>
      operations
        .filter(({ responses }) => responses.length > 0 && !responses.some(({ status }) => /^2\d\d$/.test(status)))
        .map(
          ({ operationId, path, responses, pointer }): Problem => ({
            message: `${operationId ?? path} has ${responses.map(({ status }) => status).join(', ')} and no successful response. Declare the answer under 200, 201, 202 or 204.`,
            pointer: `${pointer}/responses`,
          }),
        ),
  },
]);

/** What a summary ends with is told by operation-summary-end. */
function restrictedIn(summary: string): Omit<Problem, 'pointer'> | undefined {
  for (const { severity, characters } of restricted) {
    const told = severity === 'info' ? summary.trim().slice(0, -1) : summary;
    const found = [...new Set(told.slice(0, 1000).match(characters) ?? [])];
    if (found.length > 0)
      return {
        severity,
        message: `The summary “${summary.slice(0, 100)}” has ${found.join(' ')}. Write letters, digits, spaces and parentheses only.`,
      };
  }
  return undefined;
}

function manyOperations(count: number) {
  return withPaths(
    ...Array.from({ length: count }, (_, index) => [`/quotes/${index}`, { get: listing(`List${index}`) }] as const),
  );
}
