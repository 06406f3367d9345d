import type { ConnectorView, CrmRecord } from '../../host/api/api-types.ts';
import type { Words } from '../words/words.ts';

const most = 4;

/** Contoso Hub's skill: it finds by the account that a question names, in whatever language. */
const aboutStakeholders = 'ChatAboutKeyStakeholders';

/** Questions to start with: about the seller's accounts where a skill knows their people, else the skills' own titles. */
export function suggestionsFor(
  connectors: readonly ConnectorView[],
  records: readonly CrmRecord[],
  words: Words,
  record: CrmRecord | undefined,
): string[] {
  const skills = connectors.flatMap(({ actions }) =>
    actions.filter(({ kind, isEnabled }) => kind === 'chat-skill' && isEnabled),
  );
  const open = record?.type === 'account' ? record.name : record?.account;
  const known = records.filter(({ type }) => type === 'account').map(({ name }) => name);
  const [first, second = first] = [...new Set([...(open === undefined ? [] : [open]), ...known])];
  const knowsPeople = skills.some(({ operationId }) => operationId === aboutStakeholders);
  const questions =
    knowsPeople && first !== undefined && second !== undefined
      ? [words.askStakeholders(first), words.askDecision(second), words.askColleagues(first)]
      : [];
  const titles = skills
    .filter(({ operationId }) => operationId !== aboutStakeholders || questions.length === 0)
    .map(({ summary, operationId }) => summary ?? operationId ?? '');
  return [...questions, ...titles].filter(Boolean).slice(0, most);
}
