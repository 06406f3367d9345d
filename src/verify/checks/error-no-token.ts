import { actionCheck } from '../check.ts';
import { judgeRefusal } from '../token-refusal.ts';

export const errorNoToken = actionCheck({
  id: 'error-no-token',
  group: 'errors',
  title: 'A call without a token is refused with 401 INVALID_TOKEN_SPECIFIED',
  why: 'By this answer Copilot for Sales lets the seller sign in; by any other the section stays empty.',
  source: 'api-error-responses, INVALID_TOKEN_SPECIFIED; guideline G9',
  mend: 'Answer 401 with errorCode INVALID_TOKEN_SPECIFIED where there is no token.',
  run: (subject) =>
    judgeRefusal(subject, {
      bearer: 'none',
      words: 'Asked without a token',
      refusals: { 401: 'INVALID_TOKEN_SPECIFIED' },
      before: { bearer: 'none', check: 'error-no-token', ifAnswered: 'safety-token-needed' },
    }),
});
