/** The one tester of all rules: each is quiet on its good and speaks on its bad, at a place that is there. */
import { expect, test } from 'vitest';
import type { ConnectorPackage } from '../package/connector-package.ts';
import { valueAt } from '../package/json-pointer.ts';
import { allRules } from './all-rules.ts';
import { type AnyRule, type LintFinding, lintPackage } from './lint.ts';
import { samplePackage } from './sample-package.ts';

type Findings = readonly LintFinding[];

/** Microsoft contradicts itself here: Copilot for Sales wins, and the finding says so. */
const contradicted = ['OperationIdSanitized', 'OperationHasManyResponsesWithSchema'];

test('the package that examples are laid over has no finding but where Microsoft contradicts itself', () => {
  const findings = lintPackage(samplePackage()).findings.filter(
    ({ rule, severity }) => severity !== 'info' || !contradicted.includes(rule),
  );
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

test('ids are used once', () => {
  const ids = allRules.map(({ id }) => id.toLowerCase());
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

for (const rule of allRules) {
  test(`${rule.id}: ${rule.title}`, () => {
    const { good, bad, connector } = examplesOf(rule);
    expect(good.map(({ message }) => message)).toEqual([]);
    expect(bad.map(({ rule: id }) => id)).toContain(rule.id);
    for (const { pointer = '', file, line, message } of bad) {
      const source = [connector.definition, connector.properties, connector.actions, connector.settings].find(
        (each) => each?.file === file,
      );
      if (pointer !== '') expect(valueAt(source?.value, pointer), `${pointer}: ${message}`).toBeDefined();
      expect(line, message).toBeGreaterThan(0);
    }
  });
}

/** What a rule says of its examples, and the package of the bad one; a breaking rule's are compared with what they were. */
function examplesOf(rule: AnyRule): { good: Findings; bad: Findings; connector: ConnectorPackage } {
  if (rule.group !== 'breaking') {
    const connector = samplePackage(rule.bad);
    const good = lintPackage(samplePackage(rule.good), [rule]).findings;
    return { good, bad: lintPackage(connector, [rule]).findings, connector };
  }
  const connector = samplePackage(rule.bad.new);
  const good = lintPackage(samplePackage(rule.good.new), [rule], samplePackage(rule.good.old)).findings;
  return { good, bad: lintPackage(connector, [rule], samplePackage(rule.bad.old)).findings, connector };
}
