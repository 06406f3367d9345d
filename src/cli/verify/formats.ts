import { CodedError } from '../../core/coded-error.ts';
import type { VerifyReport } from '../../verify/verify.ts';

export interface FormatOptions {
  readonly isColoured: boolean;
  /** What could not run counts as an error. */
  readonly isStrict: boolean;
}

/** Each format of a report, as a whole text; its code is loaded when it is asked for. */
export const formats = {
  async text(report: VerifyReport, { isColoured }: FormatOptions) {
    return (await import('../../verify/report/text.ts')).verifyText(report, isColoured);
  },
  async json(report: VerifyReport) {
    return (await import('../../verify/report/json.ts')).verifyJson(report);
  },
  async junit(report: VerifyReport, { isStrict }: FormatOptions) {
    return (await import('../../verify/report/junit.ts')).verifyJunit(report, isStrict);
  },
  async html(report: VerifyReport) {
    return (await import('../../verify/report/html.ts')).verifyHtml(report);
  },
} as const;

export function formatOf(name = 'text'): keyof typeof formats {
  if (Object.hasOwn(formats, name)) return name as keyof typeof formats;
  throw new CodedError('USAGE', `--format is ${Object.keys(formats).join(', ')}, not "${name}".`);
}
