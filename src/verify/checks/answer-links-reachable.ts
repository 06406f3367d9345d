import { send } from '../../host/host.ts';
import { actionCheck } from '../check.ts';
import { linksOf } from '../links-of.ts';
import { seenAnswers, whyUnseen } from '../seen-answers.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

const most = 5;
const timeoutMs = 5000;

export const answerLinksReachable = actionCheck({
  id: 'answer-links-reachable',
  group: 'answers',
  title: 'Links lead somewhere',
  why: 'A seller who follows a dead link does not try the next one.',
  source: "the extension point's page, Response (url, content)",
  mend: 'Make links of addresses that the partner application has, and let it answer there.',
  async run(subject) {
    if (!subject.options.followsLinks) return notApplicable('Links are followed with --links only.');
    const seen = seenAnswers(subject);
    if (seen.every(({ list }) => list.length === 0)) return whyUnseen(subject);
    const links = seen.flatMap((answer) => linksOf(answer).map((link) => ({ ...link, exchange: answer.exchange })));
    const urls = [...new Set(links.map(({ url }) => url.trim()))].filter((url) => /^https?:\/\//i.test(url));
    if (urls.length === 0) return notApplicable('The items have no http links.');
    const asked = urls.slice(0, most);
    const dead = (await Promise.all(asked.map(async (url) => ({ url, why: await whyDead(url) })))).filter(
      ({ why }) => why,
    );
    const [first] = dead;
    if (!first) return pass(`${asked.length} of ${urls.length} links`);
    const of = links.find(({ url }) => url.trim() === first.url);
    const more = dead.length > 1 ? ` And ${dead.length - 1} more.` : '';
    return fail(`${of?.place} leads nowhere: ${first.url} ${first.why}.${more}`, of?.exchange);
  },
});

/** Why nobody can open an address; undefined where one can, if only after signing in. No token is sent. */
async function whyDead(url: string): Promise<string | undefined> {
  const ask = (method: string) => send({ method, url, headers: { accept: '*/*' }, body: undefined }, { timeoutMs });
  const head = await ask('HEAD');
  if (head.failure === 'timeout') return 'does not answer in five seconds';
  if (head.status !== null && isAlive(head.status)) return undefined;
  const { status, failure } = head.failure === 'unreachable' ? head : await ask('GET');
  if (failure === 'too-large' || (status !== null && isAlive(status))) return undefined;
  return status === null ? `cannot be reached (${failure})` : `is answered with ${status}`;
}

function isAlive(status: number): boolean {
  return status < 400 || status === 401 || status === 403 || status === 429;
}
