/** Published connectors, where they are at hand: none crashes the reader, and the certified one is judged rightly. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover } from '../src/discovery/discovery.ts';
import { readPackage } from '../src/package/connector-package.ts';

const corpus = process.env.SALESKIT_CORPUS ?? join(import.meta.dirname, '../../shared/corpus');
const folders = existsSync(corpus)
  ? readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

describe.skipIf(folders.length === 0)(`the published connectors in ${corpus}`, () => {
  test('are read and discovered without a crash, what is broken in them being named', async () => {
    const broken: string[] = [];
    for (const { name } of folders) {
      const { connector, actions } = discover(await readPackage(join(corpus, name)));
      if (connector.findings.some(({ severity }) => severity === 'error')) broken.push(name);
      else expect(actions.length, name).toBeGreaterThan(0);
      for (const finding of connector.findings) expect(finding.line, name).toBeGreaterThan(0);
    }
    expect(broken.length).toBeLessThan(folders.length / 10);
  });

  const certified = folders.find(({ name }) => name.includes('seismic-for-copilot-for-sales'));
  test.skipIf(!certified)(
    'the certified connector for Copilot for Sales would be invoked at both its extension points',
    async () => {
      const { actions } = discover(await readPackage(join(corpus, certified?.name ?? '')));
      const points = actions
        .filter(({ point }) => point)
        .map(({ point, matchedBy, invocable }) => [point?.id, matchedBy, invocable]);
      expect(points).toEqual([
        ['record-details', 'description', true],
        ['record-summary', 'description', true],
      ]);
    },
  );
});
