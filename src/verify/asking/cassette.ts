/** A run kept in a file, and asked again without the connector. */
import { hash } from 'node:crypto';
import { CodedError } from '../../core/coded-error.ts';
import { type Answer, maskedHeaders, maskedText, type OutgoingRequest, secretsOf } from '../../host/host.ts';
import type { Transport } from './asker.ts';
import type { Bearer, Credentials } from './credentials.ts';
import { NotAsked } from './not-asked.ts';

/** What a run is made of beside its answers: with the same, the same requests are made. */
export interface CassetteHead {
  readonly format: typeof format;
  readonly url: string;
  /** Milliseconds since 1970 at which it was recorded. */
  readonly now: number;
  /** How requests were authenticated. */
  readonly auth: Credentials['kind'];
  /** The options of the command line that decide what is asked; no secrets. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The name of the connector. */
  readonly connector?: string;
  /** How many answers it has. */
  readonly answers?: number;
  /** The run was stopped before it was through. */
  readonly isStopped?: boolean;
}

interface Entry {
  readonly key: string;
  readonly bearer: Bearer;
  /** For people; the key is what counts. */
  readonly request: { readonly method: string; readonly url: string };
  readonly answer: Answer;
}

export interface Cassette {
  readonly head: CassetteHead;
  readonly entries: readonly Entry[];
}

const format = 'saleskit-cassette-1';

/**
 * Records what it lets through, without tokens and the secrets among one's own headers. `text` gives the file: a line of
 * JSON for the run, and one for each request.
 */
export function recorder(credentials: Pick<Credentials, 'kind'>, ownHeaders: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const transport: Transport = async (outgoing, bearer, usual) => {
    const answer = await usual();
    const token = bearer === 'none' ? undefined : outgoing.headers.authorization?.replace(/^Bearer /, '');
    const secrets = secretsOf(token, ownHeaders);
    const { method, url } = outgoing;
    const masked = {
      ...answer,
      headers: maskedHeaders(answer.headers, secrets),
      body: maskedText(answer.body, secrets),
    };
    const entry: Entry = { key: keyOf(outgoing, bearer), bearer, request: { method, url }, answer: masked };
    lines.push(JSON.stringify(entry));
    return answer;
  };
  const text = (head: Omit<CassetteHead, 'format' | 'auth' | 'answers'>) =>
    `${[JSON.stringify({ format, ...head, auth: credentials.kind, answers: lines.length }), ...lines].join('\n')}\n`;
  return { transport, text };
}

/** Reads a cassette. Throws USAGE where it is none. */
export function readCassette(text: string, name: string): Cassette {
  try {
    const [head, ...entries] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    if ((head as Partial<CassetteHead> | undefined)?.format !== format) throw new Error('its first line is another');
    return { head: head as CassetteHead, entries: entries as Entry[] };
  } catch (cause) {
    const why = (cause as Error).message;
    throw new CodedError(
      'USAGE',
      `${name} is no cassette of saleskit verify: ${why}. Record one by --record-cassette.`,
      {
        cause,
      },
    );
  }
}

/** Whether a recording has the answers of a run that was not stopped, all of them. */
export function isWhole({ head, entries }: Cassette): boolean {
  return head.isStopped !== true && entries.length >= (head.answers ?? 0);
}

/** Answers from a cassette, each request as often as it was recorded. */
export function player({ entries }: Cassette): Transport {
  const answers = new Map<string, Answer[]>();
  for (const { key, answer } of entries) answers.set(key, [...(answers.get(key) ?? []), answer]);
  return async (outgoing, bearer) => {
    const left = answers.get(keyOf(outgoing, bearer));
    const answer = left && left.length > 1 ? left.shift() : left?.[0];
    if (!answer) throw new NotAsked(`the cassette has no answer to ${outgoing.method} ${outgoing.url}; record it anew`);
    return answer;
  };
}

/** Stands for the tokens that a recorded run had. */
export function recordedCredentials({ head, entries }: Cassette): Credentials {
  const bearers = new Set(entries.map(({ bearer }) => bearer));
  return {
    kind: head.auth,
    token: async (bearer) => (head.auth !== 'none' && bearers.has(bearer) ? `recorded-${bearer}` : undefined),
    close: async () => {},
  };
}

/** Of a request without its token and other secrets, which a cassette must not need. */
function keyOf({ method, url, headers, body }: OutgoingRequest, bearer: Bearer): string {
  const told = Object.entries(headers)
    .filter(([name]) => !/auth|key|token|secret|cookie|traceparent/i.test(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const path = URL.parse(url);
  return hash('sha1', JSON.stringify([method, path ? path.pathname + path.search : url, told, body ?? null, bearer]));
}
