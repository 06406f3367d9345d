/**
 * Each guideline broken in Contoso Hub's package: the rule meant for it speaks, and no other that has no part in it. A file
 * shows nothing of G8 (five seconds), G10 (Accept-Language) and G11 (headers sent on), and of G7 only what it promises:
 * those are verify's.
 */
import { describe, expect, test } from 'vitest';
import { type LintedPackage, type LintFinding, lintPackage } from '../../src/lint/lint.ts';
import { packageFileNames, packageOfFiles } from '../../src/package/connector-package.ts';
import { valueAt } from '../../src/package/json-pointer.ts';
import { mutants } from './mutants/all.ts';
import { type Files, files, guidelines, icon, readme, settings } from './mutants/definition.ts';

/** Rules about the form of what a mutant breaks: they may speak of it as well. */
const ofForm = [
  'OperationSummaryTooLong',
  'JsonTypeIncorrect',
  'JsonValueNotInEnum',
  'OperationMustHaveResponse',
  'OperationShouldHaveSuccessfulResponse',
  'ParameterReferenceNotFound',
  'RequiredPropertyArrayEmpty',
  'RequiredPropertyDefinitionMissing',
  'SchemaDefinitionSetIncorrectly',
  'SchemaReferenceNotFound',
  'openai-data-operation-id',
  'operation-description-missing',
  'operation-summary-end',
  'parameter-description-missing',
  'parameter-summary-long',
  'schema-empty',
];

const reasonRules = [
  'action-description-unmatched',
  'wrong-method',
  'required-input-missing',
  'input-type',
  'unknown-required-input',
];

function linted({ definition, properties, actions }: Files): LintedPackage {
  const bytes = (value: unknown) => new Uint8Array(Buffer.from(JSON.stringify(value, null, 2)));
  const parts: [string, Uint8Array][] = [
    [packageFileNames.definition, bytes(definition)],
    [packageFileNames.properties, bytes(properties)],
    [packageFileNames.settings, new Uint8Array(settings)],
    [packageFileNames.readme, new Uint8Array(readme)],
    [packageFileNames.icon, new Uint8Array(icon)],
  ];
  if (actions) parts.push([packageFileNames.actions, bytes(actions)]);
  return lintPackage(packageOfFiles('contoso-hub', new Map(parts), { isWhole: true }));
}

const whole = linted(files);
const keyOf = ({ rule, severity, message }: LintFinding) => `${severity} ${rule} ${message}`;
const known = new Set(whole.findings.map(keyOf));

test('Contoso Hub’s package without overrides has no finding above info, and everything in it is invocable', () => {
  expect(whole.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(whole.actions.filter(({ invocable }) => !invocable).map(({ operationId }) => operationId)).toEqual([
    'TestConnection',
  ]);
});

test('there are mutants of every guideline that a file can show, each with a name of its own', () => {
  expect([...new Set(mutants.map(({ guideline }) => guideline))].sort()).toEqual([...guidelines]);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  expect(mutants.length).toBeGreaterThanOrEqual(60);
});

describe.each(guidelines)('%s', (guideline) => {
  const cases = mutants.filter((mutant) => mutant.guideline === guideline);
  test.each(cases)('$name: $rule', ({ mutate, rule, severity, also = [] }) => {
    const mutated = structuredClone(files);
    mutate(mutated.definition, mutated);
    const { findings, actions } = linted(mutated);
    const fresh = findings.filter((finding) => !known.has(keyOf(finding)));
    const grave = [...new Set(fresh.flatMap((each) => (each.severity === 'info' ? [] : [each.rule])))];
    expect(fresh.map((each) => `${each.severity} ${each.rule}`)).toContain(`${severity} ${rule}`);
    expect(grave.filter((each) => each !== rule && ![...also, ...ofForm].includes(each))).toEqual([]);
    for (const { pointer = '', file, message } of fresh) {
      const source = file?.endsWith(packageFileNames.definition)
        ? mutated.definition
        : file?.endsWith(packageFileNames.actions)
          ? mutated.actions
          : mutated.properties;
      if (pointer !== '') expect(valueAt(JSON.parse(JSON.stringify(source)), pointer), message).toBeDefined();
    }
    const reasons = actions.flatMap((action) => (action.invocable ? [] : action.reasons.map(({ code }) => code)));
    if (reasonRules.includes(rule)) expect(reasons).toContain(rule);
    else if (!also.some((each) => reasonRules.includes(each)))
      expect(reasons.filter((code) => code !== 'no-extension-point')).toEqual([]);
  });
});
