import type { Status } from '../verdict.ts';
import type { CheckResult, VerifyReport } from './verify-report.ts';

/** The results of one check that came out alike. */
export interface CheckGroupResults {
  readonly check: Pick<CheckResult, 'id' | 'title' | 'why' | 'mend' | 'source'>;
  readonly results: readonly CheckResult[];
}

/** What came out so, check by check, in the order of the report: what a reader needs of a check is told once. */
export function byCheck(checks: readonly CheckResult[], status: Status): CheckGroupResults[] {
  const groups = Map.groupBy(
    checks.filter((each) => each.status === status),
    ({ id }) => id,
  );
  return [...groups.values()].flatMap((results) => (results[0] ? [{ check: results[0], results }] : []));
}

/** The results of one status by their message: the same said by several checks, of several actions, is told once. */
export function byReason(
  { checks, shown }: Pick<VerifyReport, 'checks' | 'shown'>,
  status: Status,
): { readonly message: string; readonly about: readonly { readonly ids: string; readonly names: string }[] }[] {
  const reasons = Map.groupBy(
    checks.filter((each) => each.status === status),
    ({ message }) => message,
  );
  return [...reasons].map(([message, results]) => {
    const ofCheck = [...Map.groupBy(results, ({ id }) => id)].map(([id, each]) => ({
      id,
      names: namesOf(each, shown),
    }));
    const about = [...Map.groupBy(ofCheck, ({ names }) => names)].map(([names, each]) => ({
      ids: each.map(({ id }) => id).join(', '),
      names,
    }));
    return { message, about };
  });
}

/** Of which actions these results are. */
export function namesOf(results: readonly CheckResult[], shown: VerifyReport['shown']): string {
  const names = results.map(({ extensionPoint }) => extensionPoint ?? 'the connector');
  const isAll = names.length > 2 && Object.keys(shown).every((name) => names.includes(name));
  return isAll ? 'every action' : names.join(', ');
}
