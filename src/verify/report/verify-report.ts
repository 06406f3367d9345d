/** What a run has to say, as data: every format is made of this. */
import { curlOf, maskedHeaders, maskedText, type RequestView } from '../../host/host.ts';
import type { Asked } from '../asking/asker.ts';
import type { Check, CheckGroup } from '../check.ts';
import type { Status, Verdict } from '../verdict.ts';
import type { Shown } from './shown.ts';

/** What came back, as reports show it. */
export interface ReportedResponse {
  readonly status: number | null;
  readonly durationMs: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The first 20,000 characters; parsed where it is JSON and not cut. */
  readonly body: unknown;
  /** Why there is none. */
  readonly problem: string | null;
}

export interface CheckResult {
  readonly id: string;
  readonly group: CheckGroup;
  readonly title: string;
  /** An extension point's id or a chat skill's operation id; null for the connector as a whole. */
  readonly extensionPoint: string | null;
  readonly status: Status;
  readonly message: string;
  /** What a seller or certification loses; of what fails and of advice, as the next two. */
  readonly why: string | null;
  /** How to mend it. */
  readonly mend: string | null;
  /** Guideline, page or standard. */
  readonly source: string | null;
  readonly durationMs: number;
  readonly request: RequestView | null;
  readonly response: ReportedResponse | null;
  readonly curl: string | null;
}

/** Milliseconds. */
export interface Latency {
  /** The call that was made cold. */
  readonly first: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  readonly calls: number;
  /** Of each call that was answered or timed out, in their order. */
  readonly times: readonly number[];
}

export interface VerifyReport {
  readonly tool: string;
  readonly version: string;
  readonly connector: string;
  readonly url: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seed: number;
  /** The seller's. */
  readonly language: string;
  /** All that were compared; the seller's first. */
  readonly languages: readonly string[];
  /** The run was ended before it was through. */
  readonly isStopped: boolean;
  readonly requests: Asked;
  /** By extension point or chat skill, in the order of the definition. */
  readonly shown: Readonly<Record<string, Shown>>;
  readonly checks: readonly CheckResult[];
  readonly summary: Readonly<Record<Status, number>>;
  /** By extension point or chat skill; null where nothing was answered. */
  readonly latency: Readonly<Record<string, Latency | null>>;
}

const longestBody = 20_000;

/** A verdict with what a reader needs. */
export function resultOf(
  check: Check,
  extensionPoint: string | null,
  verdict: Verdict,
  durationMs: number,
): CheckResult {
  const { id, group, title } = check;
  const { status, message, exchange } = verdict;
  const isTold = status === 'fail' || status === 'advice';
  const request = exchange?.request ?? null;
  return {
    id,
    group,
    title,
    extensionPoint,
    status,
    message,
    why: isTold ? check.why : null,
    mend: isTold ? check.mend : null,
    source: isTold ? check.source : null,
    durationMs: Math.round(durationMs),
    request,
    response: exchange ? responseOf(exchange) : null,
    curl: request && curlOf(request),
  };
}

function responseOf({ answer, secrets, json }: NonNullable<Verdict['exchange']>): ReportedResponse {
  const { status, durationMs, headers, body, problem } = answer;
  const isWhole = body.length <= longestBody && json !== undefined;
  const text = maskedText(isWhole ? JSON.stringify(json) : body.slice(0, longestBody), secrets);
  return {
    status,
    durationMs: Math.round(durationMs * 10) / 10,
    headers: maskedHeaders(headers, secrets),
    body: isWhole ? JSON.parse(text) : text,
    problem,
  };
}

/** Of times in the order of the calls. */
export function latencyOfTimes(times: readonly number[]): Latency | null {
  const [first] = times;
  if (first === undefined) return null;
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const rounded = (time: number) => Math.round(time * 10) / 10;
  return {
    first: rounded(first),
    median: rounded(at(0.5)),
    p95: rounded(at(0.95)),
    max: rounded(at(1)),
    calls: times.length,
    times: times.map(rounded),
  };
}

/** How many checks answered what. */
export function summaryOf({ checks }: Pick<VerifyReport, 'checks'>): Record<Status, number> {
  const summary: Record<Status, number> = { pass: 0, fail: 0, advice: 0, 'not-applicable': 0, 'could-not-run': 0 };
  for (const { status } of checks) summary[status]++;
  return summary;
}
