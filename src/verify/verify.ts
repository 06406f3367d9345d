/** The public file of the room: does a running connector keep its word? */
import type { Discovery } from '../discovery/discovery.ts';
import { allChecks } from './all-checks.ts';
import { type Asker, type AskerOptions, createAsker } from './asking/asker.ts';
import { NotAsked } from './asking/not-asked.ts';
import { slots } from './asking/slots.ts';
import { withTimes } from './asking/times.ts';
import type { ActionCheck, Check, ConnectorCheck, Turn } from './check.ts';
import { shownOf } from './report/shown.ts';
import { type CheckResult, latencyOfTimes, resultOf, summaryOf, type VerifyReport } from './report/verify-report.ts';
import { subjectName } from './situations.ts';
import { askerOf, type CheckOptions, type ConnectorSubject, type Subject, subjectOf } from './subject.ts';
import { survey } from './survey.ts';
import { couldNotRun, type Verdict } from './verdict.ts';

export { allChecks } from './all-checks.ts';
export type { Transport } from './asking/asker.ts';
export { type Cassette, isWhole, player, readCassette, recordedCredentials, recorder } from './asking/cassette.ts';
export {
  type Bearer,
  type Credentials,
  type ForgedBearer,
  forgedBearers,
  givenTokens,
  noCredentials,
} from './asking/credentials.ts';
export { type Rate, secondsFor } from './asking/rate.ts';
export { renewed, type TimedToken } from './asking/renewed.ts';
export { type Check, checkGroups } from './check.ts';
export { isLocalAddress } from './local-address.ts';
export { checkList, checksPages, explainedCheck } from './reference-page.ts';
export type { Shown } from './report/shown.ts';
export type { CheckResult, Latency, VerifyReport } from './report/verify-report.ts';
export { summaryOf } from './report/verify-report.ts';
export { pointNames, subjectName } from './situations.ts';
export type { CheckOptions } from './subject.ts';
export { type Status, statuses } from './verdict.ts';

export interface VerifyOptions
  extends CheckOptions,
    Omit<AskerOptions, 'connector' | 'credentials' | 'concurrency' | 'url'> {
  readonly checks?: readonly Check[];
  readonly version: string;
  /** The address was named by the user: policies that send a call elsewhere are left out. */
  readonly isUrlGiven: boolean;
  /** Of results as they come, and how many there will be. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What has just been answered. */
  readonly result?: CheckResult;
  /** What has just begun: a check, or the survey; of which action, if of one. */
  readonly begun?: { readonly name: string; readonly extensionPoint: string | null };
}

/** Examines a connector. Throws UNREACHABLE where nobody answers; whatever else happens stands in the report. */
export async function verify(discovery: Discovery, options: VerifyOptions): Promise<VerifyReport> {
  const { actions, checks = allChecks, onProgress = () => {} } = options;
  const startedAt = new Date();
  const { asker, timesOf } = withTimes(
    createAsker({
      ...options,
      connector: discovery.connector,
      url: options.isUrlGiven ? options.url : undefined,
    }),
  );
  const ofActions = checks.filter((check) => check.scope === 'action');
  const ofConnector = checks.filter((check) => check.scope === 'connector');
  const total = actions.length * ofActions.length + ofConnector.length;
  const results: CheckResult[] = [];
  const add = (result: CheckResult) => {
    results.push(result);
    onProgress({ done: results.length, total, result });
  };
  const begin = (name: string, extensionPoint: string | null) =>
    onProgress({ done: results.length, total, begun: { name, extensionPoint } });
  try {
    const subjects: Subject[] = [];
    for (const action of actions) {
      begin('first calls', subjectName(action));
      subjects.push(await survey(asker, await subjectOf(action, discovery, options)));
    }
    const connector: ConnectorSubject = { discovery, subjects, options, lost: asker.lost };
    for (const check of ofActions.filter(({ prepare }) => prepare))
      for (const subject of subjects) {
        begin(check.id, subject.name);
        await prepared(asker, check, subject);
      }
    for (const turn of ['alone', 'together', 'load', 'last', 'end'] satisfies Turn[]) {
      const inSlot = slots(turn === 'together' ? options.concurrency : 1);
      const own = ofActions.filter((check) => check.turn === turn);
      await Promise.all(
        subjects.map((subject) =>
          inSlot(async () => {
            for (const check of own) {
              begin(check.id, subject.name);
              add(await runOnAction(asker, check, subject));
            }
          }),
        ),
      );
      for (const check of ofConnector.filter((each) => each.turn === turn)) {
        begin(check.id, null);
        add(await runOnConnector(asker, check, connector));
      }
    }
    const order = new Map([...subjects.map(({ name }) => name), null].map((name, index) => [name, index]));
    const place = new Map(checks.map(({ id }, index) => [id, index]));
    const inOrder = results.toSorted(
      (one, other) =>
        (order.get(one.extensionPoint) ?? 0) - (order.get(other.extensionPoint) ?? 0) ||
        (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0),
    );
    return {
      tool: 'saleskit',
      version: options.version,
      connector: discovery.connector.title,
      url: options.url,
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      seed: options.seed,
      language: options.languages[0] ?? 'en-US',
      languages: options.languages.length > 0 ? options.languages : ['en-US'],
      isStopped: options.signal.aborted,
      requests: asker.asked(),
      checks: inOrder,
      summary: summaryOf({ checks: inOrder }),
      shown: Object.fromEntries(subjects.map((subject) => [subject.name, shownOf(subject)])),
      latency: Object.fromEntries(subjects.map(({ name, action }) => [name, latencyOfTimes(timesOf(action))])),
    };
  } finally {
    await asker.close();
  }
}

async function prepared(asker: Asker, check: ActionCheck, subject: Subject): Promise<void> {
  await check.prepare?.(ownOf(asker, check, subject)).catch((error: unknown) => {
    if (!(error instanceof NotAsked)) throw error;
  });
}

/** A subject whose requests are the check's. */
function ownOf(asker: Asker, { id }: Check, subject: Subject): Subject {
  return { ...subject, ask: askerOf(asker, subject, subject.values, id) };
}

async function runOnAction(asker: Asker, check: ActionCheck, subject: Subject): Promise<CheckResult> {
  const own = ownOf(asker, check, subject);
  return timed(check, subject.name, () => check.run(own));
}

async function runOnConnector(asker: Asker, check: ConnectorCheck, connector: ConnectorSubject): Promise<CheckResult> {
  const subjects = connector.subjects.map((each) => ownOf(asker, check, each));
  return timed(check, null, () => check.run({ ...connector, subjects }));
}

async function timed(check: Check, name: string | null, run: () => Promise<Verdict>): Promise<CheckResult> {
  const start = performance.now();
  const verdict = await run().catch((error: unknown): Verdict => {
    if (error instanceof NotAsked) return couldNotRun(`Not run: ${error.message}.`, error.exchange);
    throw error;
  });
  return resultOf(check, name, verdict, performance.now() - start);
}
