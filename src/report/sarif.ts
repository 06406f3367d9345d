import { pathToFileURL } from 'node:url';
import type { Severity } from './finding.ts';
import type { Report, ReportedFinding, ReportedRule } from './report.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, as GitHub code scanning and editors read it. Columns are UTF-16 units. */
export function sarifReport({ tool, version, packages }: Report, rules: readonly ReportedRule[]): string {
  const found = packages.flatMap(({ findings }) => findings);
  const used = rules.filter(({ id }) => found.some(({ rule }) => rule === id));
  const run = {
    tool: {
      driver: { name: tool, version, informationUri: 'https://github.com/contoso/saleskit', rules: used.map(ruleOf) },
    },
    columnKind: 'utf16CodeUnits',
    results: found.map((finding) => resultOf(finding, used)),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function ruleOf({ id, title, why, severity }: ReportedRule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(
  { rule, severity, message, file, pointer, line, column }: ReportedFinding,
  used: readonly ReportedRule[],
) {
  const ruleIndex = used.findIndex(({ id }) => id === rule);
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } };
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations:
      file === undefined
        ? []
        : [
            {
              physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region },
              ...(pointer && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
            },
          ],
  };
}

/** A relative path stays relative, every segment quoted. */
function uriOf(file: string): string {
  if (/^https?:/.test(file)) return file;
  if (file.startsWith('/') || /^[A-Za-z]:[\\/]/.test(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
