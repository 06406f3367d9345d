import { actionCheck } from '../check.ts';
import { judgeRefusal } from '../token-refusal.ts';

export const errorWrongAudience = actionCheck({
  id: 'error-wrong-audience',
  group: 'errors',
  title: 'A token for another API is refused with 401 or 403',
  why: 'Where tokens for other APIs will do, every service that a seller has signed in to can read what is here.',
  source: 'api-error-responses; RFC 9068, 4; Microsoft identity platform, access tokens, validate the audience',
  mend: 'Verify the claim aud, and answer 401 with errorCode INVALID_TOKEN_SPECIFIED where it names another API.',
  run: (subject) =>
    judgeRefusal(subject, {
      bearer: 'wrong-audience',
      words: 'Asked with a token for another API',
      refusals: { 401: 'INVALID_TOKEN_SPECIFIED', 403: 'INSUFFICIENT_PERMISSIONS' },
      before: { bearer: 'garbage', check: 'error-garbage-token', ifAnswered: 'error-garbage-token' },
    }),
});
