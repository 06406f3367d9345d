/** What people read of operations: summaries and descriptions. */
import type { OperationPart } from '../model/operations.ts';
import type { PackageModel } from '../model/package-model.ts';
import { perModel } from '../model/per-model.ts';
import type { Problem, Rule } from '../rule.ts';
import { type Declared, furtherRules } from './certification/declared-rules.ts';
import { withOperation } from './certification/fragments.ts';

const guide = 'Submission and string guides of certification, Microsoft Learn, September 2022';

/** Products of the platform that texts of a connector do not speak of. */
const products =
  /\b(?:Power ?(?:Apps|Automate|Platform|BI|Pages|Virtual Agents)|Microsoft Flow|Logic Apps?|Copilot Studio|Dataverse)\b/i;

/** A rule about operations that people see: what is wrong with one, at the operation or at its part. */
function operationRule(
  rule: Omit<Declared, 'check'>,
  fault: (
    operation: OperationPart,
    model: PackageModel,
  ) => { readonly message: string; readonly at?: string } | undefined,
): Declared {
  return {
    ...rule,
    check: (model) =>
      model.operations
        .filter(({ isInternal }) => !isInternal)
        .flatMap((operation): Problem[] => {
          const found = fault(operation, model);
          if (!found) return [];
          const { at } = found;
          const isThere = at !== undefined && operation.value[at] !== undefined;
          return [{ message: found.message, pointer: isThere ? `${operation.pointer}/${at}` : operation.pointer }];
        }),
  };
}

export const textRules: readonly Rule[] = furtherRules(guide, [
  operationRule(
    {
      id: 'operation-summary-missing',
      severity: 'error',
      title: 'Every operation that is shown has a summary',
      why: 'The summary is its name in the designer. Internal operations need none.',
      published: 0,
      good: withOperation({ summary: null, 'x-ms-visibility': 'internal' }),
      bad: withOperation({ summary: null }),
    },
    (operation) =>
      textOf(operation.value.summary)
        ? undefined
        : { message: `${nameOf(operation)} has no summary. Add a short one, such as “List quotes”.`, at: 'summary' },
  ),
  operationRule(
    {
      id: 'operation-description-missing',
      severity: 'error',
      title: 'Every operation that is shown has a description',
      why: 'The description tells makers, agents and Copilot for Sales what it does. Internal operations need none.',
      published: 0,
      good: withOperation({ description: null, 'x-ms-visibility': 'internal' }),
      bad: withOperation({ description: null }),
    },
    (operation) =>
      textOf(operation.value.description)
        ? undefined
        : {
            message: `${nameOf(operation)} has no description. Add a sentence that says what it does.`,
            at: 'description',
          },
  ),
  operationRule(
    {
      id: 'operation-summary-is-description',
      severity: 'warning',
      title: 'Summary and description differ',
      why: 'The description has room to say what the name cannot; repeated, it says nothing.',
      published: 199,
      good: withOperation({ summary: 'List quotes', description: 'Lists the quotes of a customer.' }),
      bad: withOperation({ summary: 'List quotes', description: 'List quotes ' }),
    },
    ({ value }) => {
      const [summary, description] = [textOf(value.summary), textOf(value.description)];
      return summary && summary === description
        ? {
            message: `Summary and description are both “${summary.slice(0, 100)}”. Say more in the description.`,
            at: 'description',
          }
        : undefined;
    },
  ),
  operationRule(
    {
      id: 'operation-summary-end',
      severity: 'warning',
      title: 'Summaries end with a letter, a digit or a parenthesis',
      why: 'A summary is a name, not a sentence.',
      published: 2,
      good: withOperation({ summary: 'List quotes (all)' }),
      bad: withOperation({ summary: 'List quotes.' }),
    },
    ({ value }) => {
      const summary = textOf(value.summary);
      return summary && !/[\p{L}\p{M}\p{N})]$/u.test(summary)
        ? { message: `The summary ends with “${[...summary].at(-1)}”. Drop it.`, at: 'summary' }
        : undefined;
    },
  ),
  operationRule(
    {
      id: 'operation-description-end',
      severity: 'info',
      title: 'Descriptions are sentences',
      why: 'The guide wants full sentences that end with punctuation. (Those of an extension point are what Copilot for Sales documents.)',
      published: 561,
      good: {},
      bad: withOperation({ description: 'Lists quotes' }),
    },
    (operation, model) => {
      const description = textOf(operation.value.description);
      if (!description || description === textOf(operation.value.summary)) return undefined;
      return !documented(model).has(operation.pointer) && !/[.!?…。！？)]["”’']?$/u.test(description)
        ? {
            message: `The description of ${nameOf(operation)} does not end with punctuation. Add a full stop.`,
            at: 'description',
          }
        : undefined;
    },
  ),
  {
    id: 'text-product-name',
    severity: 'warning',
    title: 'Texts do not name the products of the platform',
    why: 'A connector is used in all of them: texts that name one are refused.',
    published: 2,
    good: withOperation({ summary: 'List automated quotes' }),
    bad: withOperation({ summary: 'List quotes in Power Automate' }),
    check: productNames,
  },
]);

/** Operations whose descriptions are an extension point’s. */
const documented = perModel(
  ({ actions }) =>
    new Set(actions.filter(({ matchedBy }) => matchedBy === 'description').map(({ operation }) => operation.pointer)),
);

function nameOf({ operationId, path }: OperationPart): string {
  return operationId ?? path;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function productNames({ operations, parameters }: PackageModel): Problem[] {
  const texts = [
    ...operations.flatMap(({ value, pointer }) => [
      { text: value.summary, pointer: `${pointer}/summary` },
      { text: value.description, pointer: `${pointer}/description` },
    ]),
    ...parameters.flatMap(({ value, pointer }) => [
      { text: value['x-ms-summary'], pointer: `${pointer}/x-ms-summary` },
      { text: value.description, pointer: `${pointer}/description` },
    ]),
  ];
  return texts.flatMap(({ text, pointer }) => {
    const [product] = typeof text === 'string' ? (products.exec(text.slice(0, 20_000)) ?? []) : [];
    if (product === undefined) return [];
    return [{ message: `The text names ${product}. Say it without the product.`, pointer }];
  });
}
