/** Examines a connector in this process, as the command line would. */
import { join } from 'node:path';
import { openableOf, unknownOf } from '../../src/cli/verify/openable.ts';
import { chosenActions, chosenChecks } from '../../src/cli/verify/scope.ts';
import { discover } from '../../src/discovery/discovery.ts';
import { readPackage } from '../../src/package/connector-package.ts';
import {
  givenTokens,
  noCredentials,
  type Status,
  type VerifyOptions,
  type VerifyReport,
  verify,
} from '../../src/verify/verify.ts';

/** What differs from the usual; points and checks by their names, as the command line takes them. */
export interface Examination extends Omit<Partial<VerifyOptions>, 'checks' | 'actions'> {
  /** Contoso Hub's, unless another is named. */
  readonly package?: string;
  /** A token. */
  readonly auth?: string;
  readonly points?: readonly string[];
  readonly checks?: readonly string[];
}

const hubPackage = join(import.meta.dirname, '../../contoso-hub/package');

/** Runs the checks against an address. */
export async function examine(url: string, given: Examination = {}): Promise<VerifyReport> {
  const { package: place = hubPackage, auth, points, checks, languages = ['en-US', 'de-DE'], ...options } = given;
  const discovery = discover(await readPackage(place));
  return verify(discovery, {
    version: 'test',
    actions: chosenActions(discovery, points),
    checks: chosenChecks(checks),
    url,
    isUrlGiven: true,
    headers: {},
    credentials: auth === undefined ? noCredentials : givenTokens(auth, undefined),
    concurrency: 4,
    rate: undefined,
    requests: 30,
    seed: 1,
    languages,
    openable: await openableOf({ language: languages }),
    isRecordGiven: false,
    unknown: unknownOf(undefined),
    followsLinks: false,
    backEnd: undefined,
    budgetMs: 140_000,
    signal: new AbortController().signal,
    ...options,
  });
}

/** The results of these statuses, a line each, for reading in a failed test. */
export function told({ checks }: VerifyReport, ...statuses: readonly Status[]): string[] {
  return checks
    .filter(({ status }) => statuses.includes(status))
    .map(({ status, id, extensionPoint, message }) => `${status} ${id} (${extensionPoint ?? 'connector'}): ${message}`);
}
