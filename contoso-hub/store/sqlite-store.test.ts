import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { loadSample, sampleTenant } from '../data/sample.ts';
import { openStore } from './open-store.ts';
import { sqliteMigrations } from './sqlite-migrations.ts';
import { queries } from './sqlite-store.ts';
import { storeCases } from './store.cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'contoso-hub-'));
let files = 0;
const newFile = () => join(folder, `${files++}.db`);

afterAll(() => rmSync(folder, { recursive: true }));

storeCases('memory', () => openStore(':memory:'));
storeCases('a file', () => openStore(newFile()));

test('a file keeps its data from one opening to the next', async () => {
  const file = newFile();
  const first = await openStore(file);
  await loadSample(first);
  await first.close();
  const second = await openStore(file);
  await second.fillWhenEmpty(() => expect.unreachable('it is filled'));
  expect(await second.accounts({ tenant: sampleTenant }, 'Fourth Coffee')).toHaveLength(1);
  await second.close();
});

test('a file of a newer version is left alone', async () => {
  const file = newFile();
  new DatabaseSync(file).exec('PRAGMA user_version = 99');
  await expect(openStore(file)).rejects.toThrow(/newer version/);
});

test.each(Object.entries(queries))(
  'the query %s begins with the tenant and is read from an index, without sorting',
  (_name, sql) => {
    const database = new DatabaseSync(':memory:');
    for (const migration of sqliteMigrations) database.exec(migration);
    const values = Array.from(sql.matchAll(/\?/g), () => null);
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    const steps = plan
      .map(({ detail }) => detail)
      .filter((detail) => /^(SCAN|SEARCH|USE)/.test(detail) && !/json_each/.test(detail));
    for (const step of steps) expect(step).toMatch(/^SEARCH \w+ USING (COVERING INDEX|INDEX|PRIMARY KEY).*\(tenant=\?/);
    expect(steps.length).toBeGreaterThan(0);
    database.close();
  },
);

test('every key begins with the tenant', () => {
  const database = new DatabaseSync(':memory:');
  for (const migration of sqliteMigrations) database.exec(migration);
  const keys = database
    .prepare(
      `SELECT t.name AS "table", i.name AS "index", c.name AS "first" FROM pragma_table_list t
       JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.seqno = 0`,
    )
    .all() as { first: string }[];
  expect(keys.length).toBeGreaterThan(9);
  expect(new Set(keys.map(({ first }) => first))).toEqual(new Set(['tenant']));
  database.close();
});
