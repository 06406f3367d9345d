import { headers } from '../../contract/contract.ts';
import type { Exchange } from '../asking/exchange.ts';
import { actionCheck } from '../check.ts';
import type { BackEndRecorder } from '../subject.ts';
import { advice, couldNotRun, fail, notApplicable, pass } from '../verdict.ts';

type Received = BackEndRecorder['received'][number];

const carried = [headers.clientRequestId, headers.userAgent, headers.language] as const;

export const headersReachBackEnd = actionCheck({
  id: 'headers-reach-back-end',
  group: 'headers',
  title: 'The headers of a call reach the back end',
  why: 'Only so can a call be followed through all logs, and only so does the back end know the language of the seller.',
  source: 'guideline G11',
  mend: 'Send x-ms-client-request-id, x-ms-user-agent and Accept-Language on with every request to the back end, as they came.',
  turn: 'alone',
  async run({ ask, options }) {
    const { backEnd, languages } = options;
    if (!backEnd) return notApplicable('What reaches the back end is seen with --back-end-port.');
    const before = backEnd.received.length;
    const exchange = await ask({ language: languages.at(-1) ?? 'de-DE' });
    const received = backEnd.received.slice(before);
    if (received.length === 0)
      return couldNotRun(
        `Nothing reached ${backEnd.address}: the action asks no back end for this, or not there.`,
        exchange,
      );
    const lacking = received.map((request) => carried.filter((name) => !isCarried(name, request, exchange)));
    const [least = []] = lacking.toSorted((one, other) => one.length - other.length);
    if (least.length > 0)
      return fail(`${least.join(', ')} did not reach the back end with ${received.length} requests.`, exchange);
    const without = lacking.filter((names) => names.length > 0).length;
    return without > 0
      ? advice(`${without} of ${received.length} requests to the back end came without the headers.`, exchange)
      : pass(`${received.length} requests to the back end`, exchange);
  },
});

/** The value as it was sent; of the language at least the language itself: "de" for de-DE. */
function isCarried(name: (typeof carried)[number], request: Received, { outgoing }: Exchange): boolean {
  const [sent = '', came = ''] = [outgoing.headers[name], String(request.headers[name] ?? '')];
  if (name !== headers.language) return came === sent;
  const primary = (text: string) => text.trim().split(/[-,;]/, 1)[0]?.toLowerCase();
  return primary(came) === primary(sent);
}
