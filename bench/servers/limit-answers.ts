import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { activityItem } from '../../contoso-hub/actions/activity-item.ts';
import type { Activity } from '../../contoso-hub/facts.ts';
import { wordingIn } from '../../contoso-hub/wording.ts';

/** A row of a timeline: the id, the time, and the facts as JSON. */
export type ActivityRow = readonly [id: string, at: number, facts: string];

/** Gives the newest rows of a record to `answer`, now or later. */
export type RowsOf = (type: string, id: string, most: number, answer: (rows: readonly ActivityRow[]) => void) => void;

/**
 * Answers record summaries from rows on bare node:http, the sentences by Contoso Hub's own functions, JSON.stringify;
 * nothing is checked, negotiated, authenticated or logged. `raw` gives the facts as they are in place of sentences.
 * Prints its address.
 */
export function serveSummaries(rowsOf: RowsOf, raw = false): void {
  const wording = wordingIn('en');
  const itemOf = raw ? (activity: Activity) => activity : (activity: Activity) => activityItem(activity, wording);
  const server = createServer((request, response) => {
    const { recordType, recordId, top } = parse(request.url?.split('?')[1] ?? '') as Record<string, string>;
    const most = Number(top);
    rowsOf(recordType ?? '', recordId ?? '', most + 1, (rows) => {
      const value = rows.slice(0, most).map(([id, at, facts]) => itemOf({ id, at, facts: JSON.parse(facts) }));
      const body = Buffer.from(JSON.stringify({ value, hasMoreResults: rows.length > most }));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
}
