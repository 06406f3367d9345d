import { type ForgedBearer, forgedBearers } from '../asking/credentials.ts';
import { actionCheck } from '../check.ts';
import { judgeRefusal, untried } from '../token-refusal.ts';
import { couldNotRun, pass, type Verdict } from '../verdict.ts';

const words: Readonly<Record<ForgedBearer, string>> = {
  'forged-signature': 'a token whose signature was changed',
  'forged-key': 'a token signed with the key of somebody else',
  'forged-unsigned': 'a token of "alg": "none"',
  'forged-issuer': 'a token of another provider',
};

export const errorForgedToken = actionCheck({
  id: 'error-forged-token',
  group: 'errors',
  title: 'A forged token is refused with 401 INVALID_TOKEN_SPECIFIED',
  why: 'Where a token is read and not verified, anybody writes one and reads what any seller may.',
  source: 'api-error-responses, INVALID_TOKEN_SPECIFIED; RFC 7519, 7.2; RFC 8725, 2.1 and 3.1',
  mend: 'Verify the signature with the keys of your provider and no others, allow no "alg": "none", verify the claim iss, and answer 401 with errorCode INVALID_TOKEN_SPECIFIED.',
  async run(subject) {
    const why = untried(subject);
    if (why) return why;
    const { credentials } = subject.options;
    const tried: ForgedBearer[] = [];
    let unjudged: Verdict | undefined;
    for (const bearer of forgedBearers) {
      const token = await credentials.token(bearer).catch(() => 'to be asked for again');
      if (token === undefined) continue;
      const verdict = await judgeRefusal(subject, {
        bearer,
        words: `Asked with ${words[bearer]}`,
        refusals: { 401: 'INVALID_TOKEN_SPECIFIED' },
        before: { bearer: 'garbage', check: 'error-garbage-token', ifAnswered: 'error-garbage-token' },
      });
      if (verdict.status === 'fail') return verdict;
      if (verdict.status === 'could-not-run') unjudged ??= verdict;
      tried.push(bearer);
    }
    if (tried.length === 0)
      return couldNotRun('The own token is no JWT, so that none could be forged: give --auth token=T with one.');
    return unjudged ?? pass(tried.map((bearer) => words[bearer]).join(', '));
  },
});
