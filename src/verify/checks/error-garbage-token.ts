import { actionCheck } from '../check.ts';
import { judgeRefusal } from '../token-refusal.ts';

export const errorGarbageToken = actionCheck({
  id: 'error-garbage-token',
  group: 'errors',
  title: 'A token that is none is refused with 401 INVALID_TOKEN_SPECIFIED',
  why: 'Where any text will do for a token, anybody may read what sellers read.',
  source: 'api-error-responses, INVALID_TOKEN_SPECIFIED; RFC 6750, 3.1',
  mend: 'Verify the signature of tokens, and answer 401 with errorCode INVALID_TOKEN_SPECIFIED where it does not hold.',
  run: (subject) =>
    judgeRefusal(subject, {
      bearer: 'garbage',
      words: 'Asked with a token that is none',
      refusals: { 401: 'INVALID_TOKEN_SPECIFIED' },
      before: { bearer: 'none', check: 'error-no-token', ifAnswered: 'safety-token-needed' },
    }),
});
