/** What is wrong with the files that `dev` reads. */
import { type Failure, failureAt, type Host } from '../../host/host.ts';

/** Of packages, the errors of their files as such, in lines for the terminal. */
export function brokenPackages(host: Host, keys: readonly string[]): string[] {
  const findings = keys.flatMap((key) => host.get(key).discovery.connector.findings);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, column, message }) => `${placeWords([file, line, column])}: ${message}`);
}

/** Of a configuration, as it is drawn over the pane: where the message begins with a place, with the lines there. */
export function brokenConfiguration(file: string, { message }: Error): Failure {
  const after = message.startsWith(file) ? message.slice(file.length) : '';
  const [head = '', line, column] = /^:(\d+)(?::(\d+))?: /.exec(after) ?? [];
  const told = { kind: 'package', about: file, message: line ? after.slice(head.length) : message } as const;
  const numberOf = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  return failureAt(told, { file, line: numberOf(line), column: numberOf(column) });
}

const placeWords = (parts: readonly unknown[]) => parts.filter(Boolean).join(':');
