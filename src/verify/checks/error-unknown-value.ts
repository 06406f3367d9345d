import { actionCheck } from '../check.ts';
import { judgeOpenCases } from '../open-cases.ts';
import { isRecordRequired, provoke, unknownRecord, unknownValues } from '../provoked.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { notApplicable } from '../verdict.ts';

export const errorUnknownValue = actionCheck({
  id: 'error-unknown-value',
  group: 'errors',
  title: 'Values that nobody knows are refused with 4xx, or answered',
  why: 'Record types differ from customer to customer, and Copilot for Sales sends what the CRM has.',
  source: 'api-error-responses; the documentation leaves this case open',
  mend: 'Take a record type or a CRM that is unknown for one that nothing is known about.',
  run: async (subject) => {
    const provocations = unknownValues(subject);
    if (provocations.length === 0)
      return notApplicable('The action takes neither recordType nor crmType nor resourceType.');
    const record = isRecordRequired(subject) && !isVerdict(usualAnswer(subject)) ? unknownRecord(subject) : undefined;
    const exchange = record && (await provoke(subject, record));
    return judgeOpenCases(subject, provocations, exchange && { exchange, check: 'error-unknown-record' });
  },
});
