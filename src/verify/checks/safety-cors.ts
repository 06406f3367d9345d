import type { Exchange } from '../asking/exchange.ts';
import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { fail, pass } from '../verdict.ts';

const stranger = 'https://stranger.example';

export const safetyCors = actionCheck({
  id: 'safety-cors',
  group: 'safety',
  title: "Pages of strangers may not read answers in a seller's browser",
  why: 'The platform calls from its servers: no page needs to, and a page that may can read what the seller may.',
  source: 'Fetch standard, CORS protocol',
  mend: 'Leave Access-Control-Allow-Origin out, or name the origins that are one’s own.',
  async run(subject) {
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const simple = await subject.ask({ headers: { origin: stranger } });
    if (simple.answer.failure) return fail(`With Origin ${stranger}: ${answerWords(simple)}.`, simple);
    if (isOpen(simple)) return fail(`${wordsOf(simple)} for a page of ${stranger}.`, simple);
    const preflight = await subject.ask({
      bearer: 'none',
      rewrite: ({ url, method, headers }) => ({
        method: 'OPTIONS',
        url,
        headers: {
          origin: stranger,
          'accept-language': headers['accept-language'] ?? '*',
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization',
        },
        body: undefined,
      }),
    });
    if (preflight.answer.failure === 'timeout') return fail(`To a preflight: ${answerWords(preflight)}.`, preflight);
    if (isOpen(preflight)) return fail(`To a preflight: ${wordsOf(preflight)} for a page of ${stranger}.`, preflight);
    return pass(`no leave for ${stranger}`, simple);
  },
});

function allowed({ answer }: Exchange): string {
  return answer.headers['access-control-allow-origin'] ?? '';
}

function isOpen(exchange: Exchange): boolean {
  return ['*', stranger].includes(allowed(exchange).trim());
}

function wordsOf(exchange: Exchange): string {
  return `Access-Control-Allow-Origin: ${allowed(exchange)} comes`;
}
