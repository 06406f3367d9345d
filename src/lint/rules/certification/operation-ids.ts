/** Operation ids: what clients call an operation by. */
import type { PackageModel } from '../../model/package-model.ts';
import type { Problem, Rule } from '../../rule.ts';
import { furtherRules, validatorRules } from './declared-rules.ts';
import { listing, withDefinition, withOperation, withPaths } from './fragments.ts';
import { sampleIds } from './sample-ids.ts';

/** The longest of 16,065 published ids has 77 characters. */
const longest = 80;
const acceptable = /^[A-Za-z0-9]+(?:_V\d+)?$/;

export const operationIdRules: readonly Rule[] = [
  ...validatorRules([
    {
      id: 'OperationIdRequired',
      severity: 'error',
      title: 'Every operation has an operationId',
      why: 'Flows, agents and Copilot for Sales call operations by their ids; one without cannot be called.',
      published: 0,
      good: {},
      bad: withOperation({ operationId: null }),
      check: ({ operations }) =>
        operations
          .filter(({ operationId }) => !operationId)
          .map(
            ({ method, path, pointer, value }): Problem => ({
              message: `${method.toUpperCase()} ${path} has no operationId. Give it one, such as ListQuotes.`,
              pointer: value.operationId === undefined ? pointer : `${pointer}/operationId`,
            }),
          ),
    },
    {
      id: 'OperationIdNotUnique',
      severity: 'error',
      title: 'An operationId is used once',
      why: 'Of two operations with one id, only one can be called.',
      published: 0,
      good: withPaths(['/quotes', { get: listing('ListQuotes'), post: listing('ListQuotes_V2') }]),
      bad: withPaths(['/quotes', { get: listing('ListQuotes'), post: listing('ListQuotes') }]),
      check: repeatedIds,
    },
    {
      id: 'OperationIdSanitized',
      severity: 'info',
      title: 'Operation ids are made of letters and digits',
      why: 'Clients strip other characters, and then call the operation by another name than you do. A revision suffix _V2 is fine. The ids scp-… of Copilot for Sales are documented so, and stay.',
      published: 181,
      good: withDefinition(sampleIds((id) => id.replaceAll('-', ''))),
      bad: withPaths(['/quotes', { get: listing('list-quotes') }]),
      check: ({ operations }) =>
        operations.flatMap(({ operationId, pointer }): Problem[] => {
          if (!operationId || acceptable.test(operationId)) return [];
          const sanitized = stripped(operationId);
          const message = operationId.startsWith('scp-')
            ? `Certification would rather have ${sanitized} than ${operationId}; Copilot for Sales documents ids of the form scp-…, and its word counts. Leave it.`
            : `The operationId ${operationId} has characters that clients strip: ${sanitized || 'nothing'} is left. Write letters and digits only.`;
          return [{ message, pointer: `${pointer}/operationId` }];
        }),
    },
    {
      id: 'OperationIdTooLong',
      severity: 'warning',
      title: `Operation ids have at most ${longest} characters`,
      why: 'Microsoft’s limit is not published. The longest published id has 77 characters.',
      isAssumed: true,
      published: 0,
      good: withOperation({ operationId: 'a'.repeat(longest) }),
      bad: withOperation({ operationId: 'a'.repeat(longest + 1) }),
      check: ({ operations }) =>
        operations
          .filter(({ operationId = '' }) => operationId.length > longest)
          .map(
            ({ operationId = '', pointer }): Problem => ({
              message: `The operationId has ${operationId.length} characters. Shorten it to ${longest} or fewer.`,
              pointer: `${pointer}/operationId`,
            }),
          ),
    },
  ]),
  ...furtherRules('Power Fx, Microsoft.PowerFx.Connectors: clients strip all but letters and digits from ids', [
    {
      id: 'operation-id-collision',
      severity: 'warning',
      title: 'Operation ids differ in letters and digits',
      why: 'Clients strip other characters and compare without case: ids that differ in nothing else become one.',
      published: 0,
      good: withPaths(['/quotes', { get: listing('ListQuotes'), post: listing('ListQuotes_V2') }]),
      bad: withPaths(['/quotes', { get: listing('ListQuotes'), post: listing('list-quotes') }]),
      check: collidingIds,
    },
  ]),
];

function stripped(id: string): string {
  return id.replace(/[^A-Za-z0-9]/g, '');
}

function repeatedIds({ operations }: PackageModel): Problem[] {
  const seen = new Map<string, string>();
  return operations.flatMap(({ operationId, method, path, pointer }) => {
    if (!operationId) return [];
    const first = seen.get(operationId);
    if (first === undefined) {
      seen.set(operationId, `${method.toUpperCase()} ${path}`);
      return [];
    }
    const message = `The operationId ${operationId} is that of ${first} already. Give this operation its own.`;
    return [{ message, pointer: `${pointer}/operationId` }];
  });
}

function collidingIds({ operations }: PackageModel): Problem[] {
  const seen = new Map<string, string>();
  return operations.flatMap(({ operationId, pointer }) => {
    const key = stripped(operationId ?? '').toLowerCase();
    if (!operationId || key === '') return [];
    const first = seen.get(key) ?? operationId;
    seen.set(key, first);
    if (first === operationId) return [];
    const message = `The operationIds ${first} and ${operationId} are one id for clients. Let them differ in letters or digits.`;
    return [{ message, pointer: `${pointer}/operationId` }];
  });
}
