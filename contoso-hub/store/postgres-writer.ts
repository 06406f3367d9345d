import type { PostgresConnections, Run, Statement } from './postgres-connections.ts';
import { isWorthAnother } from './postgres-failures.ts';
import { toPostgres } from './postgres-text.ts';
import type { Store } from './store.ts';
import { type Row, type Table, tables } from './tables.ts';

/** Rows of one statement: the parameters of an array each stay far below what PostgreSQL takes. */
const batch = 10_000;
const attempts = 3;

/** Columns that stand for others in a key. */
const inKeys: Readonly<Record<string, string>> = { 'activity.at': 'minus_at' };

/** The statement that writes rows of each table, by its name: the tenant, then the columns, each as an array. */
export const insertions: Readonly<Record<string, string>> = Object.fromEntries(
  tables.map((table) => [table.name, insertion(table)]),
);

function insertion({ name, columns, key }: Table): string {
  const all = Object.keys(columns);
  const arrays = Object.values(columns).map((type, index) => `$${index + 2}::${type}[]`);
  const others = all.filter((column) => !key.includes(column)).map((column) => `${column} = EXCLUDED.${column}`);
  const conflict = ['tenant', ...key.map((column) => inKeys[`${name}.${column}`] ?? column)].join(', ');
  return `INSERT INTO contoso_hub.${name} (tenant, ${all.join(', ')})
    SELECT $1, * FROM unnest(${arrays.join(', ')}) AS given(${all.join(', ')}) ORDER BY ${key.join(', ')}
    ON CONFLICT (${conflict}) DO ${others.length > 0 ? `UPDATE SET ${others.join(', ')}` : 'NOTHING'}`;
}

/** Writes facts of a tenant in one transaction; written twice they are the same, so one that failed in passing is run again. */
export function postgresWriter(connections: PostgresConnections): Store['load'] {
  return async (tenant, data) => {
    const statements = tables.flatMap((table) => statementsOf(table, tenant, table.rows(data)));
    const write = () => connections.transaction((run) => runAll(run, statements));
    for (let attempt = 1; attempt < attempts; attempt++) {
      try {
        return await write();
      } catch (error) {
        if (!isWorthAnother(error)) throw error;
      }
    }
    await write();
  };
}

async function runAll(run: Run, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await run(statement);
}

function statementsOf(table: Table, tenant: string, rows: readonly Row[]): Statement[] {
  const { name, columns } = table;
  const last = [...lastOfEachKey(table, rows).values()];
  return Array.from({ length: Math.ceil(last.length / batch) }, (_, index) => {
    const part = last.slice(index * batch, (index + 1) * batch);
    const values = Object.keys(columns).map((_column, place) => part.map((row) => stored(row[place])));
    return { name: `into ${name}`, text: insertions[name] ?? '', values: [toPostgres(tenant), ...values] };
  });
}

/** One statement may not write a row twice: of two with one key, the later counts. */
function lastOfEachKey({ columns, key }: Table, rows: readonly Row[]): Map<string, Row> {
  const all = Object.keys(columns);
  const places = key.map((column) => all.indexOf(column));
  return new Map(rows.map((row) => [JSON.stringify(places.map((place) => row[place])), row]));
}

function stored(value: string | number | undefined): string | number | undefined {
  return typeof value === 'string' ? toPostgres(value) : value;
}
