import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { type Subject, takes } from '../subject.ts';
import { advice, couldNotRun, notApplicable, pass } from '../verdict.ts';

export const robustCrmSpellings = actionCheck({
  id: 'robust-crm-spellings',
  group: 'robustness',
  title: 'Every spelling of the CRM and its organization is understood',
  why: 'The pages of Copilot for Sales spell crmType and crmOrgUrl in several ways, and certified connectors have met each of them.',
  source: "the contract's host profile, crmType and crmOrgUrl",
  mend: 'Compare crmType without case and blanks, take crmOrgUrl as a URL or a host name, and do without both where the record is known without.',
  async run(subject) {
    const spellings = spellingsOf(subject).filter(({ input }) => takes(subject, input));
    if (spellings.length === 0) return notApplicable('The action takes neither crmType nor crmOrgUrl.');
    const usual = await subject.ask();
    if (!usual.isAnswered) return couldNotRun(`The usual call: ${answerWords(usual)}.`, usual);
    const expected = subject.itemsOf(usual).length;
    if (expected === 0)
      return couldNotRun('The usual call brings nothing to compare with: name a record by --record.', usual);
    for (const { input, value, words } of spellings) {
      const exchange = await subject.ask({ inputs: { [input]: value } });
      const came = subject.itemsOf(exchange).length;
      if (!exchange.isAnswered) return advice(`${words}: ${answerWords(exchange)}.`, exchange);
      if (came !== expected) return advice(`${words}: ${came} items in place of ${expected}.`, exchange);
    }
    return pass(`${spellings.length} spellings, each answered alike`);
  },
});

interface Spelling {
  readonly input: string;
  readonly value: string | undefined;
  readonly words: string;
}

function spellingsOf({ values, point }: Subject): Spelling[] {
  if (!point) return [];
  const { crmType, crmOrgUrl } = values;
  const type = typeof crmType === 'string' ? crmType : undefined;
  const url = typeof crmOrgUrl === 'string' ? URL.parse(crmOrgUrl) : null;
  const named = (input: string, value: string): Spelling => ({ input, value, words: `${input} “${value}”` });
  const optional = (input: string): Spelling[] =>
    point.inputs.some(({ name, required }) => name === input && !required)
      ? [{ input, value: undefined, words: `without ${input}` }]
      : [];
  return [
    ...(type
      ? [named('crmType', type.replace('365', ' 365')), named('crmType', type.toLowerCase()), ...optional('crmType')]
      : []),
    ...(url ? [named('crmOrgUrl', url.host), named('crmOrgUrl', `${url.origin}/`), ...optional('crmOrgUrl')] : []),
  ].filter(({ input, value }) => value !== values[input]);
}
