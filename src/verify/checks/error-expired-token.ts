import { actionCheck } from '../check.ts';
import { judgeRefusal } from '../token-refusal.ts';

export const errorExpiredToken = actionCheck({
  id: 'error-expired-token',
  group: 'errors',
  title: 'An expired token is refused with 401 INVALID_TOKEN_SPECIFIED',
  why: 'Every token expires; this answer makes the platform fetch another, any other ends the connection.',
  source: 'api-error-responses, INVALID_TOKEN_SPECIFIED, typically an expired token',
  mend: 'Verify the claim exp, and answer 401 with errorCode INVALID_TOKEN_SPECIFIED where it has passed.',
  run: (subject) =>
    judgeRefusal(subject, {
      bearer: 'expired',
      words: 'Asked with a token that expired an hour ago',
      refusals: { 401: 'INVALID_TOKEN_SPECIFIED' },
      before: { bearer: 'garbage', check: 'error-garbage-token', ifAnswered: 'error-garbage-token' },
    }),
});
