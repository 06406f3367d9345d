import { actionCheck } from '../check.ts';
import { answerWords, errorCodeOf } from '../error-body.ts';
import { judgeOpenCases } from '../open-cases.ts';
import { isRecordRequired, provoke, unknownRecord } from '../provoked.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export const errorUnknownRecord = actionCheck({
  id: 'error-unknown-record',
  group: 'errors',
  title: 'A record that is not known is refused with 404 RECORD_NOT_FOUND where a record is required',
  why: 'By this code Copilot for Sales tells a record that the partner does not have from one about which there is nothing new.',
  source: 'api-error-responses, RECORD_NOT_FOUND',
  mend: 'Answer 404 with errorCode RECORD_NOT_FOUND where recordId names no record that is known.',
  async run(subject) {
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const provocation = unknownRecord(subject);
    if (!provocation) return notApplicable('The action takes neither recordId nor relatedEntities.');
    if (!isRecordRequired(subject)) return judgeOpenCases(subject, [provocation]);
    const exchange = await provoke(subject, provocation);
    const { status } = exchange;
    const code = errorCodeOf(exchange);
    return status === 404 && (code === undefined || code === 'RECORD_NOT_FOUND')
      ? pass(answerWords(exchange), exchange)
      : fail(`Asked ${provocation.words}: ${answerWords(exchange)}, not 404 RECORD_NOT_FOUND.`, exchange);
  },
});
