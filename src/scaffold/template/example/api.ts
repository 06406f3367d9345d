/** Stands in for the API of your application: GET /tenants/TENANT/agreements?record=ID, ?people=A,B or ?account=NAME. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Agreement } from '../src/application.ts';

type Entry = Agreement & { readonly tenant: string; readonly records: readonly string[] };

const entries: Entry[] = JSON.parse(readFileSync(new URL('agreements.json', import.meta.url), 'utf8'));

/** Gives its address. It does not keep the process alive. */
export async function startExampleApi(): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const tenant = decodeURIComponent(pathname.split('/')[2] ?? '');
    const found = entries.filter((entry) => entry.tenant === tenant && isMeant(entry, searchParams));
    found.sort((one, other) => other.changedAt.localeCompare(one.changedAt));
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(found));
  });
  await once(server.unref().listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function isMeant({ records, signers, account }: Entry, search: URLSearchParams): boolean {
  const people = search.get('people')?.split(',');
  if (people) return signers.some(({ email }) => people.includes(email));
  return records.includes(search.get('record') ?? '') || account.toLowerCase() === search.get('account')?.toLowerCase();
}
