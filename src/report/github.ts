import type { Severity } from './finding.ts';
import { printable } from './printable.ts';
import type { Report } from './report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that GitHub shows as annotations beside the lines. */
export function githubReport({ packages }: Report): string {
  return packages
    .flatMap(({ findings }) => findings)
    .map(({ rule, severity, message, file, line, column }) => {
      const place = Object.entries({ file, line, col: column, title: rule })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[severity]} ${place.join(',')}::${data(message)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
