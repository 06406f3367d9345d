import { spellingsOfId } from '../../host/host.ts';
import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { takes } from '../subject.ts';
import { advice, couldNotRun, notApplicable, pass } from '../verdict.ts';

export const robustIdSpellings = actionCheck({
  id: 'robust-id-spellings',
  group: 'robustness',
  title: 'Every spelling of a record id means the same record',
  why: 'Dynamics 365 ids come in either case and in braces, Salesforce ids with 15 or 18 characters, and all of them mean the same record.',
  source: 'facts of the contract; Salesforce, 15 and 18 character ids',
  mend: 'Bring ids to one form before they are compared: GUIDs in lower case without braces, Salesforce ids by their first 15 characters.',
  async run(subject) {
    const { recordId } = subject.values;
    if (!takes(subject, 'recordId') || typeof recordId !== 'string')
      return notApplicable('The action takes no recordId.');
    const spellings = spellingsOfId(recordId);
    if (spellings.length === 0) return notApplicable(`${recordId} is neither a GUID nor a Salesforce id.`);
    const usual = await subject.ask();
    if (!usual.isAnswered) return couldNotRun(`The usual call: ${answerWords(usual)}.`, usual);
    const expected = subject.itemsOf(usual).length;
    if (expected === 0)
      return couldNotRun('The usual call brings nothing to compare with: name a record by --record.', usual);
    for (const spelling of spellings) {
      const exchange = await subject.ask({ inputs: { recordId: spelling } });
      if (!exchange.isAnswered) return advice(`${spelling}: ${answerWords(exchange)}.`, exchange);
      const came = subject.itemsOf(exchange).length;
      if (came !== expected) return advice(`${spelling} brings ${came} items, ${recordId} ${expected}.`, exchange);
    }
    return pass(spellings.join(', '));
  },
});
