/** A partner's own API behind the connector: pooled, bounded in time and size, left alone while it is down. */
import { limits } from '../../contract/contract.ts';
import { hostAttributes } from '../../telemetry/observed-request.ts';
import { processTelemetry } from '../../telemetry/telemetry.ts';
import { ConnectorError } from '../connector-error.ts';
import { type Circuit, type CircuitOptions, circuit } from './circuit.ts';
import { type FailureCodes, failedAnswer, failureCodes } from './failed-answer.ts';
import { pool } from './pool.ts';
import type { Caller, TokenSource } from './token-source.ts';
import { wholeAnswer } from './whole-answer.ts';

/** Where the API is, what requests are authorized by, and the bounds that hold. */
export interface BackEndOptions {
  /** The address that paths are appended to. */
  readonly url: string | URL;
  /** What requests are authorized by: `onBehalfOf({…})`, `callersToken`, or a source of one's own; nothing where absent. */
  readonly token?: TokenSource | undefined;
  /** When it counts as down, and how much is asked of it at a time. */
  readonly breaker?: CircuitOptions | undefined;
  /** Milliseconds of a call that its requests may take together; 4,000 by default, of the 4,500 that the call has. */
  readonly share?: number | undefined;
  /** Bytes of an answer; 1 MiB by default. */
  readonly largest?: number | undefined;
  /** Error codes by status, beside those of `failureCodes`. */
  readonly failures?: FailureCodes | undefined;
}

/** What a request to a back end says. Bodies are text, so that a request can be sent again with another token. */
export interface BackEndRequest {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A partner's API, asked on behalf of a call's user. */
export interface BackEnd {
  /**
   * The answer, whatever its status, its body read whole. It carries the diagnostic headers (G10, G11). Throws
   * SERVICE_UNAVAILABLE where none can be had, DEADLINE_EXCEEDED after its share of the five seconds.
   */
  fetch(caller: Caller, path: string, request?: BackEndRequest): Promise<Response>;
  /** The JSON that it answers. Throws a ConnectorError for an answer that is no success (failedAnswer) or no JSON. */
  json(caller: Caller, path: string, request?: BackEndRequest): Promise<unknown>;
  /** Throws unless it answers GET of this path with a success within two seconds; for `ready`. No user's token is sent. */
  check(path: string): Promise<void>;
  /** Ends its connections. */
  close(): Promise<void>;
}

const defaultShare = limits.deadline - 1000;
const defaultLargest = 1_048_576;
const defaultAtOnce = 50;
const checkTimeout = 2000;
/** What a URL leaves out, and another path with it: an id that is `..` would ask for something else. */
const dotSegment = /[/\\](\.|%2e){1,2}([/\\?#]|$)/i;

/** Makes a back end of an address; nothing is asked yet. */
export function backEnd(options: BackEndOptions): BackEnd {
  const { token: source, breaker = {}, share = defaultShare, largest = defaultLargest } = options;
  const base = String(options.url).replace(/\/$/, '');
  const codes = { ...failureCodes, ...options.failures };
  const connections = pool(breaker.atOnce ?? defaultAtOnce);
  const guarded = circuit('The back end', { error: () => true, result: isServerError }, breaker);
  let observed: Promise<() => void> | undefined;
  const shares = new WeakMap<AbortSignal, AbortSignal>();

  const shareOf = (call: AbortSignal): AbortSignal => {
    const known = shares.get(call);
    if (known) return known;
    const signal = AbortSignal.any([call, AbortSignal.timeout(share)]);
    shares.set(call, signal);
    return signal;
  };
  const send = (caller: Caller, url: URL, init: RequestInit & { signal: AbortSignal }, token: string | undefined) =>
    guarded.run(async () => {
      const headers = new Headers(init.headers);
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
      const pooled = await connections.forFetch();
      return wholeAnswer(await caller.fetch(url, { ...pooled, ...init, headers, redirect: 'manual' }), largest);
    }, init.signal);

  const ask = async (caller: Caller, path: string, request: BackEndRequest): Promise<Response> => {
    observed ??= observe(guarded, base);
    const { query = {}, ...init } = request;
    const url = addressOf(base, path, query);
    const signal = shareOf(caller.signal);
    try {
      const token = await source?.tokenFor(caller, { signal });
      const answer = await send(caller, url, { ...init, signal }, token);
      if (answer.status !== 401 || token === undefined) return answer;
      const other = await source?.tokenFor(caller, { signal, refused: token });
      return other === undefined || other === token ? answer : await send(caller, url, { ...init, signal }, other);
    } catch (error) {
      throw signal.aborted ? tooSlow(error) : error;
    }
  };

  return {
    fetch: (caller, path, request = {}) => ask(caller, path, request),
    async json(caller, path, request = {}) {
      const answer = await ask(caller, path, request);
      if (!answer.ok) throw await failedAnswer(answer, codes);
      return answer.json().catch((cause: unknown): never => {
        throw new ConnectorError('SERVICE_UNAVAILABLE', 'The back end does not answer as it should.', { cause });
      });
    },
    async check(path) {
      const signal = AbortSignal.timeout(checkTimeout);
      const pooled = await connections.forFetch();
      const answer = await fetch(addressOf(base, path, {}), { ...pooled, signal, redirect: 'manual' });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`The back end answers ${answer.status} to GET ${path}.`);
    },
    async close() {
      (await observed)?.();
      await connections.close();
    },
  };
}

/** Tells how much the back end is asked, until the function that it gives is called. */
async function observe({ state }: Circuit, base: string): Promise<() => void> {
  const telemetry = await processTelemetry();
  const about = hostAttributes(base);
  const ends = [
    telemetry?.observe('saleskit.back_end.requests', () => state().atWork, about),
    telemetry?.observe('saleskit.back_end.waiting', () => state().waiting, about),
    telemetry?.observe('saleskit.back_end.left_alone', () => Number(state().isOpen), about),
  ];
  return () => {
    for (const end of ends) end?.();
  };
}

function isServerError(answer: unknown): boolean {
  return (answer as Response).status >= 500;
}

function addressOf(base: string, path: string, query: NonNullable<BackEndRequest['query']>): URL {
  if (!path.startsWith('/')) throw new TypeError(`The path ${path} of a back end begins with a slash.`);
  if (dotSegment.test(path)) throw new ConnectorError('INVALID_PARAMETER', 'An input is no part of an address.');
  const url = new URL(`${base}${path}`);
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value ?? []].flat()) url.searchParams.append(name, String(each));
  }
  return url;
}

function tooSlow(cause: unknown): ConnectorError {
  return new ConnectorError('DEADLINE_EXCEEDED', 'The back end did not answer in time.', { cause });
}
