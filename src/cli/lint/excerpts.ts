import { type LintFinding, withoutSecrets } from '../../lint/lint.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';

/** The lines that findings stand in: kept, when the files are gone. */
export interface Excerpts {
  keep(connector: ConnectorPackage, findings: readonly LintFinding[]): void;
  readonly lineOf: (file: string, line: number) => string | undefined;
}

export function createExcerpts(): Excerpts {
  const kept = new Map<string, Map<number, string>>();
  return {
    keep({ definition, properties, actions, settings, script, readme, archive }, findings) {
      // What stands for an archive has a definition that nobody wrote.
      if (archive) return;
      const sources = [definition, properties, ...(properties?.parts ?? []), actions, settings, script, readme];
      for (const source of sources) {
        if (!source) continue;
        const wanted = findings.flatMap(({ file, line }) => (file === source.file && line !== undefined ? [line] : []));
        if (wanted.length > 0)
          kept.set(source.file, new Map([...(kept.get(source.file) ?? []), ...linesIn(source.text, wanted)]));
      }
    },
    lineOf: (file, line) => kept.get(file)?.get(line),
  };
}

function linesIn(text: string, wanted: readonly number[]): [line: number, text: string][] {
  const lines = text.split(/\r\n|\n|\r/);
  return [...new Set(wanted)].map((line) => [line, withoutSecrets(lines[line - 1] ?? '')]);
}
