import { group } from '../figure.ts';
import { benchPostgres } from '../servers/postgres.ts';
import { compareSizes } from './size.ts';

const sizes = [1_000_000, 100_000] as const;

/** Whether ten times the data of the other groups costs speed, in a file. */
export const millionsInSqlite = group({
  id: 'millions-sqlite',
  title: 'Contoso Hub on SQLite with 10,000,000 activities against 1,000,000',
  long: true,
  figures: [
    {
      id: 'millions-sqlite-ratio',
      title: 'requests/s, 10,000,000 activities to 1,000,000, SQLite',
      unit: '×',
      goal: { atLeast: 0.8 },
    },
  ],
  async run(bench) {
    const { ratio } = await compareSizes(bench, bench.store, sizes);
    return { 'millions-sqlite-ratio': ratio };
  },
});

/** The same in PostgreSQL. */
export const millionsInPostgres = group({
  id: 'millions-postgres',
  title: 'Contoso Hub on PostgreSQL with 10,000,000 activities against 1,000,000',
  long: true,
  figures: [
    {
      id: 'millions-postgres-ratio',
      title: 'requests/s, 10,000,000 activities to 1,000,000, PostgreSQL',
      unit: '×',
      goal: { atLeast: 0.8 },
    },
  ],
  async run(bench) {
    const servers = await Promise.all(sizes.map(() => benchPostgres()));
    const storeOf = async (records: number) => {
      const url = servers[sizes.indexOf(records as (typeof sizes)[number])]?.url ?? '';
      await bench.fill(url, records);
      return url;
    };
    const { ratio } = await compareSizes(bench, storeOf, sizes);
    for (const server of servers) await server.close();
    return { 'millions-postgres-ratio': ratio };
  },
});
