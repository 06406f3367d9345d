/** The data in a database: SQLite, in the file that DATABASE names; a new one begins with the example. */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Agreement, Application } from './application.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS agreement (tenant TEXT, id TEXT, changed_at TEXT, content TEXT, PRIMARY KEY (tenant, id));
  CREATE TABLE IF NOT EXISTS about (tenant TEXT, kind TEXT, value TEXT, id TEXT, PRIMARY KEY (tenant, kind, value, id));
`;
const query = `
  SELECT content FROM agreement
  WHERE tenant = ? AND id IN (SELECT id FROM about WHERE tenant = ? AND kind = ? AND value IN (SELECT value FROM json_each(?)))
  ORDER BY changed_at DESC, id`;

export async function openData(): Promise<Application> {
  const database = new DatabaseSync(process.env.DATABASE ?? ':memory:');
  database.exec(schema);
  if (!database.prepare('SELECT 1 FROM agreement').get()) addExample(database);
  const select = database.prepare(query);
  return {
    async find(question, { tenant }) {
      const [[kind, value] = ['', '']] = Object.entries(question);
      const values = JSON.stringify([value].flat().map((each) => String(each).toLowerCase()));
      return select.all(tenant, tenant, kind, values).map(({ content }) => JSON.parse(String(content)) as Agreement);
    },
  };
}

function addExample(database: DatabaseSync): void {
  const agreement = database.prepare('INSERT INTO agreement VALUES (?, ?, ?, ?)');
  const about = database.prepare('INSERT INTO about VALUES (?, ?, ?, ?)');
  const file = new URL('../example/agreements.json', import.meta.url);
  for (const { tenant, records, ...content } of JSON.parse(readFileSync(file, 'utf8'))) {
    const { id, changedAt, account, signers } = content as Agreement;
    agreement.run(tenant, id, changedAt, JSON.stringify(content));
    const people = signers.map(({ email }) => email);
    for (const [kind, values] of Object.entries({ record: records as string[], people, account: [account] }))
      for (const value of values) about.run(tenant, kind, value.toLowerCase(), id);
  }
}
