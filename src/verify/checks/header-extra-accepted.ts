import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { fail, pass } from '../verdict.ts';

/** What the platform and what stands between add on the way. */
const extra = {
  'x-ms-correlation-id': '5b6d3f0a-6d1e-4c7e-9c1b-2f1f6a3f7c55',
  'x-ms-client-session-id': '1d7f0b0c-31c5-4b3c-8d4e-9b8f2f4f1a10',
  'x-forwarded-for': '203.0.113.7, 198.51.100.23',
  'x-forwarded-proto': 'https',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  tracestate: 'vendor=value',
  'x-of-tomorrow': 'unknown',
};

export const headerExtraAccepted = actionCheck({
  id: 'header-extra-accepted',
  group: 'headers',
  title: 'Headers that nobody asked for do no harm',
  why: 'The platform adds headers of its own, and adds others tomorrow.',
  source: 'guideline G11; RFC 9110, 5.1: unrecognized header fields are ignored',
  mend: 'Read the headers that are needed and pass over all others.',
  async run(subject) {
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const exchange = await subject.ask({ headers: extra });
    return exchange.isAnswered
      ? pass(`${Object.keys(extra).length} more headers`, exchange)
      : fail(`With ${Object.keys(extra).join(', ')}: ${answerWords(exchange)}.`, exchange);
  },
});
