/**
 * The limit: what the record summary costs at least in this language on this runtime. Bare node:http, the statements
 * by hand, the sentences by Contoso Hub's own functions, JSON.stringify; nothing is checked, negotiated, authenticated
 * or logged. Arguments: the store's file, and `raw` for the facts as they are in place of sentences.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { DatabaseSync } from 'node:sqlite';
import { activityItem } from '../../contoso-hub/actions/activity-item.ts';
import { sampleTenant } from '../../contoso-hub/data/sample.ts';
import type { Activity, Subject } from '../../contoso-hub/facts.ts';
import { queries } from '../../contoso-hub/store/sqlite-store.ts';
import { wordingIn } from '../../contoso-hub/wording.ts';

const [file = '', style] = process.argv.slice(2);
const database = new DatabaseSync(file, { readOnly: true });
database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456');
const recordQuery = database.prepare(queries.record);
const activitiesQuery = database.prepare(queries.activities);
const wording = wordingIn('en');
const itemOf =
  style === 'raw' ? (activity: Activity) => activity : (activity: Activity) => activityItem(activity, wording);

function summary(recordType: string, recordId: string, top: number): string {
  const [record] = recordQuery.all(sampleTenant, recordType, recordId) as { facts: string }[];
  const subject = JSON.parse(record?.facts ?? '') as Subject;
  const rows = activitiesQuery.all(sampleTenant, subject.id, Number.MAX_SAFE_INTEGER, 0, top + 1, 0);
  const value = rows
    .slice(0, top)
    .map(({ id, at, facts }) => itemOf({ id, at, facts: JSON.parse(facts as string) } as Activity));
  return JSON.stringify({ value, hasMoreResults: rows.length > top });
}

const server = createServer((request, response) => {
  const { recordType, recordId, top } = parse(request.url?.split('?')[1] ?? '') as Record<string, string>;
  const body = Buffer.from(summary(recordType ?? '', recordId ?? '', Number(top)));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
});

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
