import { headers } from '../../contract/contract.ts';
import type { Exchange } from '../asking/exchange.ts';
import { actionCheck } from '../check.ts';
import { errorBodyProblem } from '../error-body.ts';
import { refusals } from '../provoked.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { advice, couldNotRun, pass } from '../verdict.ts';

export const headersRequestId = actionCheck({
  id: 'headers-request-id',
  group: 'headers',
  title: 'The id of a request comes back with its error',
  why: 'It is all that a seller can give to support, and by it the logs of both sides are laid side by side.',
  source: 'guideline G11; api-error-responses, activityId',
  mend: 'Answer x-ms-client-request-id as activityId of errors, and as a header of every answer.',
  async run(subject) {
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const refused = (await refusals(subject)).map(({ exchange }) => exchange);
    const readable = refused.filter((exchange) => isInHeaders(exchange) || !errorBodyProblem(exchange));
    if (refused.length > 0 && readable.length === 0)
      return couldNotRun('No error has the error body: see error-body.', refused[0]);
    const lost = readable.find((exchange) => !isInHeaders(exchange) && !isInBody(exchange));
    if (lost) return advice('x-ms-client-request-id is neither in activityId nor in a header of the error.', lost);
    if (readable.length > 0) return pass(`${readable.length} errors`, readable[0]);
    return isInHeaders(usual)
      ? pass('in a header of the answer', usual)
      : advice('x-ms-client-request-id is in no header of the answer, and no error was seen.', usual);
  },
});

function sentId({ outgoing }: Exchange): string {
  return outgoing.headers[headers.clientRequestId] ?? '';
}

function isInHeaders(exchange: Exchange): boolean {
  return Object.values(exchange.answer.headers).includes(sentId(exchange));
}

function isInBody(exchange: Exchange): boolean {
  return (exchange.json as { activityId?: unknown } | undefined)?.activityId === sentId(exchange);
}
