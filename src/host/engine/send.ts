/** One HTTP call within the host's five seconds. */
import { type Dispatcher, request } from 'undici';
import { type DecodedBody, decodedBody } from './decoded-body.ts';

/** What is sent. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What came back; `status` null where nothing did. */
export interface Answer {
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds from the first byte sent to the last received. */
  readonly durationMs: number;
  /** Milliseconds to the first byte of the answer. */
  readonly firstByteMs: number | null;
  readonly failure: 'timeout' | 'reset' | 'unreachable' | 'too-large' | null;
  /** What went wrong, in words; of redirects also where an answer came back. */
  readonly problem: string | null;
  /** Why the body is not what was meant: no UTF-8, or not packed as it says. */
  readonly bodyProblem?: string;
}

const largestAnswer = 5_000_000;
const mostRedirects = 3;

export interface SendOptions {
  readonly timeoutMs: number;
  readonly dispatcher?: Dispatcher | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Sends a request and reads its answer whole; aborts when the time is up. Never throws. */
export async function send(outgoing: OutgoingRequest, { timeoutMs, dispatcher, signal }: SendOptions): Promise<Answer> {
  const start = performance.now();
  const deadline = AbortSignal.timeout(Math.max(1, Math.round(timeoutMs)));
  const until = signal ? AbortSignal.any([signal, deadline]) : deadline;
  const elapsed = () => performance.now() - start;
  let firstByteMs: number | null = null;
  let url = outgoing.url;
  const visited = [url];
  try {
    for (;;) {
      const { method, headers, body } = outgoing;
      const response = await request(url, {
        method: method as Dispatcher.HttpMethod,
        headers: { ...headers },
        body: body ?? null,
        signal: until,
        ...(dispatcher && { dispatcher }),
      });
      firstByteMs ??= elapsed();
      const location = sameOriginRedirect(url, response.statusCode, response.headers.location);
      const problem = location === undefined ? null : redirectProblem([...visited, location]);
      if (location && !problem) {
        await response.body.dump();
        url = location;
        visited.push(url);
        continue;
      }
      const headersOfAnswer = plainHeaders(response.headers);
      const read = await readBody(response.body, headersOfAnswer['content-encoding'] ?? '');
      const { text, isCut = false } = read;
      return {
        status: response.statusCode,
        headers: headersOfAnswer,
        body: text,
        durationMs: elapsed(),
        firstByteMs,
        failure: isCut ? 'too-large' : null,
        problem: isCut ? 'The answer has more than 5 MB and was cut off.' : problem,
        ...(read.problem !== null && { bodyProblem: read.problem }),
      };
    }
  } catch (error) {
    return {
      status: null,
      headers: {},
      body: '',
      durationMs: elapsed(),
      firstByteMs,
      ...failureOf(error, deadline, timeoutMs),
    };
  }
}

function sameOriginRedirect(from: string, status: number, location: string | string[] | undefined): string | undefined {
  if (status < 300 || status > 399 || typeof location !== 'string') return undefined;
  const target = URL.parse(location, from);
  return target && target.origin === new URL(from).origin ? target.href : undefined;
}

/** Why the last of these addresses is not followed, if it is not. */
function redirectProblem(visited: readonly string[]): string | null {
  const target = visited.at(-1) ?? '';
  const paths = visited.map((url) => URL.parse(url)?.pathname ?? url).join(' → ');
  if (visited.indexOf(target) < visited.length - 1)
    return `The connector redirects in a circle (${paths}). Answer at one of these addresses.`;
  if (visited.length - 1 > mostRedirects)
    return `The connector redirects more than ${mostRedirects} times (${paths}), and the host follows no further.`;
  return null;
}

async function readBody(body: Dispatcher.ResponseData['body'], encoding: string): Promise<DecodedBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > largestAnswer) {
      body.destroy();
      return { text: Buffer.concat(chunks).toString('utf8'), problem: null, isCut: true };
    }
    chunks.push(chunk);
  }
  return decodedBody(Buffer.concat(chunks), encoding, largestAnswer);
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]));
}

function failureOf(error: unknown, deadline: AbortSignal, timeoutMs: number): Pick<Answer, 'failure' | 'problem'> {
  if (deadline.aborted)
    return {
      failure: 'timeout',
      problem: `No answer within ${Math.round(timeoutMs)} ms: the host waits five seconds and shows nothing (G8).`,
    };
  const { code = '', message } = error as { code?: string; message: string };
  if (
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT|TLS|SSL|CONNECT_TIMEOUT|ERR_INVALID_URL/.test(code)
  ) {
    return {
      failure: 'unreachable',
      problem: `The address cannot be reached (${code || message}). Is the server running there?`,
    };
  }
  return { failure: 'reset', problem: `The connection broke off before the answer was whole (${code || message}).` };
}
