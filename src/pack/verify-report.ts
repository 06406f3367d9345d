/** What a report of verify (--format json) has to say for the checklist. */
import { CodedError } from '../core/coded-error.ts';

export interface VerifyResult {
  /** The file that it was read from. */
  readonly file: string;
  readonly connector: string;
  readonly url: string;
  readonly startedAt: string;
  readonly isStopped: boolean;
  readonly checks: readonly VerifiedCheck[];
}

export interface VerifiedCheck {
  readonly id: string;
  readonly extensionPoint: string | null;
  readonly status: string;
  readonly message: string;
}

/** Reads a report. Throws INVALID_ARGUMENT where it is none. */
export function readVerifyReport(file: string, text: string): VerifyResult {
  let value: Partial<VerifyResult> & { readonly tool?: unknown };
  try {
    value = JSON.parse(text) ?? {};
  } catch (cause) {
    throw refused(file, 'is no JSON', cause);
  }
  const { connector, url, startedAt, isStopped, checks } = value;
  const isText = (each: unknown) => typeof each === 'string';
  const isReport =
    value.tool === 'saleskit' &&
    [connector, url, startedAt].every(isText) &&
    Array.isArray(checks) &&
    checks.every((check) => isText(check?.id) && isText(check?.status) && isText(check?.message));
  if (!isReport) throw refused(file, 'is no report of saleskit verify');
  return {
    file,
    connector: connector ?? '',
    url: url ?? '',
    startedAt: startedAt ?? '',
    isStopped: isStopped === true,
    checks: checks.map((check) => ({ ...check, extensionPoint: check.extensionPoint ?? null })),
  };
}

/** The run was whole, something was seen, and nothing failed. */
export function isGood({ isStopped, checks }: VerifyResult): boolean {
  const count = (status: string) => checks.filter((check) => check.status === status).length;
  return !isStopped && count('fail') === 0 && count('pass') > 0;
}

function refused(file: string, what: string, cause?: unknown): CodedError {
  const mend = 'Make one with: saleskit verify PACKAGE --url URL --format json --output FILE.';
  return new CodedError('INVALID_ARGUMENT', `--verify-report: ${file} ${what}. ${mend}`, { cause });
}
