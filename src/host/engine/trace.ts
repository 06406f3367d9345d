/** What is known of one call, for the page, the command line and NDJSON. Tokens are masked. */
import type { Reason } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';
import type { Item } from './check-answer.ts';
import { maskedValue } from './hide-secrets.ts';
import type { MappedValue } from './map-request.ts';

/** The action that was chosen, as /api/connectors and `call` give it. */
export interface ActionView {
  readonly operationId: string | null;
  readonly extensionPoint: string | null;
  readonly matchedBy: 'description' | 'operationId' | null;
  readonly invocable: boolean;
  readonly reasons: readonly Reason[];
}

export interface RequestView {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface ResponseView {
  readonly status: number | null;
  readonly durationMs: number;
  readonly firstByteMs: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** How many items of the body's list are left out of it: those beyond what was asked for. */
  readonly leftOut?: number;
}

/** How a call ended, for the seller. */
export type Outcome =
  | 'shown'
  | 'nothing-to-show'
  | 'no-action'
  | 'switched-off'
  | 'missing-input'
  | 'not-invocable'
  | 'rewritten-by-gateway'
  | 'throttled-by-gateway'
  | 'too-large-for-gateway'
  | 'not-confirmed'
  | 'timeout'
  | 'unreachable'
  | 'reset'
  | 'error-answer'
  | 'unreadable-answer';

export interface Trace {
  readonly id: string;
  /** ISO time at which it began. */
  readonly at: string;
  /** The connector's title. */
  readonly connector: string;
  /** Its key in the host; absent where a call was made without one. */
  readonly connectorKey?: string;
  /** Extension point or chat skill that was wanted. */
  readonly wanted: string;
  readonly action: ActionView | null;
  readonly outcome: Outcome;
  /** In words, what the outcome means and how to mend it; empty where all is well. */
  readonly explanation: string;
  readonly values: readonly MappedValue[];
  readonly request: RequestView | null;
  readonly response: ResponseView | null;
  readonly items: readonly Item[];
  readonly hasMoreResults: boolean | null;
  readonly dropped: readonly { readonly index: number; readonly why: string }[];
  readonly findings: readonly Finding[];
  /** The answer is an example: the connector was not asked. */
  readonly isMock: boolean;
}

/** The call as a curl command; the token is left as $TOKEN, other secrets as variables of their header's name. */
export function curlOf({ method, url, headers, body }: RequestView): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const lines = Object.entries(headers).map(([name, value]) => {
    if (name.toLowerCase() === 'authorization') return `-H "authorization: Bearer $TOKEN"`;
    if (value === maskedValue) return `-H "${name}: $${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}"`;
    return `-H ${quoted(`${name}: ${value}`)}`;
  });
  const data =
    body === undefined || body === null
      ? []
      : [`--data-raw ${quoted(typeof body === 'string' ? body : JSON.stringify(body))}`];
  return [`curl -X ${method} ${quoted(url)}`, ...lines, ...data].join(' \\\n  ');
}
