import { type JunitCase, junitXml } from './junit-xml.ts';
import type { Report, ReportedFinding } from './report.ts';

/** JUnit XML: a suite a package, a case a finding; infos are told without failing. A package without findings is one case that passes. */
export function junitReport({ tool, packages }: Report): string {
  const suites = packages.map(({ path, findings }) => ({
    name: path,
    cases:
      findings.length > 0
        ? findings.map((finding) => testCase(path, finding))
        : [{ name: 'no findings', classname: path }],
  }));
  return junitXml(tool, suites);
}

function testCase(path: string, { rule, severity, message, file, line, column, pointer }: ReportedFinding): JunitCase {
  const place = [file ?? path, line, column].filter((each) => each !== undefined).join(':');
  const words = `${severity}: ${message}\n${place}`;
  return {
    name: `${rule} ${pointer ?? ''}`.trim(),
    classname: path,
    file: file || undefined,
    ...(severity === 'info'
      ? { output: words }
      : { outcome: { kind: 'failure', type: severity, message, text: words } }),
  };
}
