/** Whatever lint tells of can be explained: on the command line, and in the reference. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allRules, explainedRule, explainedRules, lintPackage, ruleList } from '../../src/lint/lint.ts';
import { samplePackage } from '../../src/lint/sample-package.ts';
import { readPackage } from '../../src/package/connector-package.ts';
import { lintedTexts, textsOf } from './mending.ts';
import { mutants } from './mutants/all.ts';
import { files } from './mutants/definition.ts';

const pages = join(import.meta.dirname, '../../docs/reference/rules');
const sections = new Set(
  readdirSync(pages).flatMap((page) =>
    [...readFileSync(join(pages, page), 'utf8').matchAll(/^## (\S+)$/gm)].map(([, id]) => id),
  ),
);
const corpus = process.env.SALESKIT_CORPUS ?? '';
const idsOf = ({ findings }: { readonly findings: readonly { readonly rule: string }[] }) =>
  findings.map(({ rule }) => rule);

describe('every id is explained, and has its section in the reference', () => {
  const isExplained = (ids: Iterable<string>) => {
    for (const id of new Set(ids)) {
      expect(explainedRule(id), id).toMatch(/^\S+ \(\S+, (?:error|warning|info)/);
      expect(ruleList(), id).toContain(`  ${id} `);
      expect(sections, id).toContain(id);
    }
  };

  test('of all rules, and of what is told of a configuration', () => {
    isExplained(explainedRules.map(({ id }) => id));
    expect(explainedRules.map(({ id }) => id)).toContain('suppression-unused');
  });

  test('in findings of mutants of Contoso Hub', () => {
    const ids = mutants.flatMap(({ mutate }) => {
      const mutated = structuredClone(files);
      mutate(mutated.definition, mutated);
      return idsOf(lintedTexts(textsOf(mutated, JSON.stringify)));
    });
    expect(new Set(ids).size).toBeGreaterThan(40);
    isExplained(ids);
  });

  test('in findings of archives', () => {
    const bad = allRules.flatMap((rule) => (rule.scope === 'archive' && 'archive' in rule.bad ? [rule.bad] : []));
    const ids = bad.flatMap((sample) => idsOf(lintPackage(samplePackage(sample))));
    expect(new Set(ids).size).toBeGreaterThan(20);
    isExplained(ids);
  });

  test.skipIf(!existsSync(corpus))('in findings of published connectors', async () => {
    const ids = new Set<string>();
    for (const name of readdirSync(corpus))
      for (const id of idsOf(lintPackage(await readPackage(join(corpus, name))))) ids.add(id);
    isExplained(ids);
  });
});
