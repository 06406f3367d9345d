/**
 * The limit on PostgreSQL: the same statements, prepared, by the driver that is fastest (pg, its statements written one
 * behind the other on each connection). Argument: the store's URL.
 */
import pg from 'pg';
import { sampleTenant } from '../../contoso-hub/data/sample.ts';
import type { Subject } from '../../contoso-hub/facts.ts';
import { queries } from '../../contoso-hub/store/postgres-store.ts';
import { defaultConnections } from '../../contoso-hub/store/store-location.ts';
import { type ActivityRow, serveSummaries } from './limit-answers.ts';

const [, , connectionString = ''] = process.argv;
const clients = await Promise.all(
  Array.from({ length: defaultConnections }, async () => {
    const client = new pg.Client({ connectionString, pipeline: true });
    await client.connect();
    return client;
  }),
);
let turn = 0;

const ask = async (name: 'record' | 'activities', ...values: unknown[]) => {
  const client = clients[turn++ % clients.length] as pg.Client;
  return (await client.query({ name, text: queries[name], values, rowMode: 'array' })).rows;
};

serveSummaries(async (type, id, most, answer) => {
  const [found] = await ask('record', sampleTenant, type, id);
  const { id: subject } = JSON.parse(found?.[2]) as Subject;
  const rows = await ask('activities', sampleTenant, subject, Number.MAX_SAFE_INTEGER, 0, most, 0);
  answer(rows.map(([activity, at, facts]): ActivityRow => [activity, Number(at), facts]));
});
