/** Sends what checks ask for: never faster, never longer, never more than is allowed. */
import { setTimeout as pause } from 'node:timers/promises';
import { Agent } from 'undici';
import { headers as headerNames, limits } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import { type Answer, type OutgoingRequest, prepareCall, secretsOf, send } from '../../host/host.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { type Bearer, type Credentials, howToHave } from './credentials.ts';
import { Exchange } from './exchange.ts';
import { NotAsked } from './not-asked.ts';
import { type Rate, rateLimiter } from './rate.ts';
import { slots } from './slots.ts';

/** One call, as it differs from the host's. */
export interface Call {
  /** By the contract's names; of a chat skill by those of its parameters. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly language: string;
  /** In place of the host's own; null takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly bearer?: Bearer;
  readonly requestId: string;
  /** A 429 is an answer, not a reason to wait. */
  readonly isThrottleWanted?: boolean;
  /** Replaces the request that was made of all this. */
  readonly rewrite?: (outgoing: OutgoingRequest) => OutgoingRequest;
}

export interface AskerOptions {
  readonly connector: ConnectorPackage;
  readonly url: string | undefined;
  /** The user's own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: Credentials;
  readonly concurrency: number;
  readonly rate: Rate | undefined;
  /** Nothing is sent after this many milliseconds. */
  readonly budgetMs: number;
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** In place of the network: a cassette. */
  readonly transport?: Transport;
  /** False where waiting has no sense: a cassette does not throttle. */
  readonly isWaiting?: boolean;
  readonly timeoutMs?: number;
}

/** How a request comes to its answer; `bearer` stands for the token in what is kept. */
export type Transport = (outgoing: OutgoingRequest, bearer: Bearer, usual: () => Promise<Answer>) => Promise<Answer>;

/** What was asked so far. */
export interface Asked {
  readonly requests: number;
  /** Answered 429 without having been asked for. */
  readonly throttled: number;
  readonly timeouts: number;
}

/** The last request to which the connector had something to say. */
export interface LastHeard {
  readonly exchange: Exchange;
  /** It was the first, the second … that was sent. */
  readonly number: number;
}

export type Asker = ReturnType<typeof createAsker>;

const garbage = 'this.is.not-a-token';
const mostTimeouts = 2;
/** In a row, of any action. */
const mostUnreachable = 2;
const gone = 'nobody listens at the address any more';
/** A pause that a connector asks for is not kept beyond this in a run of as much time as it needs: it is to end. */
const longestPauseMs = 600_000;

export function createAsker(options: AskerOptions) {
  const { connector, url, headers, credentials, concurrency, rate, budgetMs, signal } = options;
  const { timeoutMs = limits.deadline, isWaiting = true, transport = (_outgoing, _bearer, usual) => usual() } = options;
  const dispatcher = new Agent({ connections: concurrency, pipelining: 1 });
  const inSlot = slots(concurrency);
  const waitOf = rate && rateLimiter(rate);
  const end = performance.now() + budgetMs;
  const timeouts = new Map<DiscoveredAction, number>();
  const asked = { requests: 0, throttled: 0, timeouts: 0 };
  let pausedUntil = 0;
  let isReached = false;
  let unreachable = 0;
  let last: LastHeard | undefined;
  let lost: LastHeard | undefined;

  const refuse = (action: DiscoveredAction) => {
    if (signal.aborted) throw new NotAsked('the run was stopped');
    if (performance.now() >= end)
      throw new NotAsked(
        asked.throttled > 0
          ? 'the time was up: the connector throttles; --rate 100/60 takes the time that it needs'
          : 'the time was up',
      );
    if (unreachable >= mostUnreachable) throw new NotAsked(gone);
    if ((timeouts.get(action) ?? 0) >= mostTimeouts)
      throw new NotAsked(`the action did not answer in time ${mostTimeouts} times and is asked no more`);
  };
  const wait = async (milliseconds: number, action: DiscoveredAction, refused: Exchange | undefined) => {
    if (performance.now() + milliseconds >= end)
      throw new NotAsked(
        `the next call would have to wait ${Math.ceil(milliseconds / 1000)} seconds, and the time is up before; --rate 100/60 takes the time that it needs`,
        refused,
      );
    await pause(milliseconds, undefined, { signal }).catch(() => {});
    refuse(action);
  };
  const tokenOf = async (bearer: Bearer) => {
    if (bearer === 'none') return undefined;
    if (bearer === 'garbage') return garbage;
    const token = await credentials.token(bearer).catch((error: Error) => {
      throw new NotAsked(`there is no token: ${error.message.replace(/\.$/, '')}`);
    });
    if (token === undefined && (bearer !== 'own' || credentials.kind !== 'none')) throw new NotAsked(howToHave[bearer]);
    return token;
  };

  /** Of requests that are under way when a connector ends, the first to break off is remembered. */
  const remember = (exchange: Exchange, number: number) => {
    if (exchange.answer.failure === 'unreachable') {
      unreachable++;
      if (!isReached) return;
      lost ??= last;
      throw new NotAsked(gone);
    }
    isReached = true;
    unreachable = 0;
    const isBrokenToo = exchange.answer.failure === 'reset' && last?.exchange.answer.failure === 'reset';
    if (!isBrokenToo) last = { exchange, number };
  };

  /** Sends the call, once more after a 429 as soon as Retry-After lets it. Throws NotAsked. */
  const ask = async (action: DiscoveredAction, call: Call): Promise<Exchange> => {
    refuse(action);
    const { values, language, bearer = 'own', rewrite = (outgoing) => outgoing } = call;
    const token = await tokenOf(bearer);
    const ownHeaders = { ...headers, [headerNames.clientRequestId]: call.requestId };
    const prepared = prepareCall({ connector, values, language, baseUrl: url, headers: ownHeaders, token }, action);
    const outgoing = rewrite(withHeaders(prepared.outgoing, call.headers ?? {}));
    const secrets = secretsOf(token, headers);
    let refused: Exchange | undefined;
    for (;;) {
      const { answer, number } = await inSlot(async () => {
        refuse(action);
        const pausing = call.isThrottleWanted ? 0 : pausedUntil - performance.now();
        if (end === Number.POSITIVE_INFINITY && pausing > longestPauseMs)
          throw new NotAsked(`the connector wants no call for ${Math.ceil(pausing / 1000)} seconds`, refused);
        const turn = Math.max(waitOf?.() ?? 0, pausing);
        if (turn > 0 && isWaiting) await wait(turn, action, refused);
        const number = ++asked.requests;
        const answer = await transport(outgoing, bearer, () => send(outgoing, { timeoutMs, dispatcher, signal }));
        return { answer, number };
      });
      if (signal.aborted) throw new NotAsked('the run was stopped');
      if (refused?.answer === answer) throw new NotAsked('the recording ends with 429', refused);
      if (answer.failure === 'timeout') {
        asked.timeouts++;
        timeouts.set(action, (timeouts.get(action) ?? 0) + 1);
      }
      const exchange = new Exchange(outgoing, answer, secrets);
      remember(exchange, number);
      if (answer.status !== 429 || call.isThrottleWanted) return exchange;
      refused = exchange;
      asked.throttled++;
      pausedUntil = Math.max(pausedUntil, performance.now() + retryAfterMs(answer));
    }
  };

  return {
    ask,
    asked: (): Asked => asked,
    /** Whether somebody has listened at the address so far. */
    isReached: () => isReached,
    /** The last that was heard of a connector that went away; undefined of one that listened whenever it was asked. */
    lost: () => lost,
    /** Milliseconds of the run that are left. */
    left: () => Math.max(0, end - performance.now()),
    close: () => dispatcher.destroy(),
  };
}

function withHeaders(outgoing: OutgoingRequest, changes: Readonly<Record<string, string | null>>): OutgoingRequest {
  const headers: Record<string, string> = { ...outgoing.headers };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  return { ...outgoing, headers };
}

/** Of Retry-After: seconds, or a date; a second where it says nothing (RFC 9110, 10.2.3). */
export function retryAfterMs({ headers }: Pick<Answer, 'headers'>): number {
  const written = headers['retry-after'] ?? '';
  const seconds = /^\d+$/.test(written) ? Number(written) : (Date.parse(written) - Date.now()) / 1000;
  return Math.max(1, Number.isFinite(seconds) ? seconds : 1) * 1000;
}
