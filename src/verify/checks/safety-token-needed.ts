import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { credentialHeaders } from '../promised-authentication.ts';
import { provoke, withoutToken } from '../provoked.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { couldNotRun, fail, notApplicable, pass } from '../verdict.ts';

export const safetyTokenNeeded = actionCheck({
  id: 'safety-token-needed',
  group: 'safety',
  title: 'Nobody is answered without the authentication that the definition promises',
  why: 'Whoever finds the address reads what only the seller should.',
  source: 'guideline G9; the definition, security',
  mend: 'Refuse calls without a token, on every action: 401 with errorCode INVALID_TOKEN_SPECIFIED.',
  async run(subject) {
    const names = credentialHeaders(subject);
    if (names.length === 0) return notApplicable('The package promises no authentication in headers.');
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const own = names.filter((name) => usual.outgoing.headers[name] !== undefined);
    if (own.length === 0)
      return couldNotRun(
        'The run is without authentication (--auth none), so that nothing is to be seen: give --auth.',
        usual,
      );
    const isToken = own.length === 1 && own[0] === 'authorization' && subject.options.credentials.kind !== 'none';
    const asking = { bearer: 'none' as const, headers: Object.fromEntries(own.map((name) => [name, null])) };
    const exchange = await provoke(subject, isToken ? withoutToken : { words: 'without credentials', asking });
    return exchange.isAnswered
      ? fail(`Without ${own.join(', ')} the call is answered with ${exchange.status}.`, exchange)
      : pass(answerWords(exchange), exchange);
  },
});
