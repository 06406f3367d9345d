import type { Report, ReportedFinding } from './report.ts';

/** JUnit XML: a suite a package, a case a finding; infos are told without failing. A package without findings is one case that passes. */
export function junitReport({ tool, packages }: Report): string {
  const suites = packages.map(({ path, findings }) => {
    const failures = findings.filter(({ severity }) => severity !== 'info').length;
    const cases =
      findings.length > 0
        ? findings.map((finding) => testCase(path, finding))
        : [`<testcase ${attributes({ name: 'no findings', classname: path })}/>`];
    return `  <testsuite ${attributes({ name: path, tests: String(cases.length), failures: String(failures) })}>\n${cases.map((each) => `    ${each}\n`).join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes({ name: tool })}>\n${suites.join('')}</testsuites>\n`;
}

function testCase(path: string, { rule, severity, message, file, line, column, pointer }: ReportedFinding): string {
  const place = [file ?? path, line, column].filter((each) => each !== undefined).join(':');
  const head = attributes({ name: `${rule} ${pointer ?? ''}`.trim(), classname: path, ...(file && { file }) });
  const words = `${severity}: ${message}\n${place}`;
  return severity === 'info'
    ? `<testcase ${head}><system-out>${escaped(words)}</system-out></testcase>`
    : `<testcase ${head}><failure ${attributes({ type: severity, message })}>${escaped(words)}</failure></testcase>`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join(' ');
}

/** XML 1.0 has no control characters but tab and line breaks. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
