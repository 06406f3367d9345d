/** The API of e-signature.yaml, with three envelopes of two opportunities. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export const opportunity = '50cafe00-a100-4000-8000-000000000001';
const [sent, signed, other] = ['2026-11-02T09:00:00Z', '2026-11-05T16:30:00Z', '2026-11-03T08:00:00Z'];
const link = (path: string) => `https://sign.woodgrove.example/${path}`;

const envelopes = [
  {
    id: 'e1',
    record: opportunity,
    email_subject: 'Purchase agreement',
    message: null,
    status: 'completed',
    created_at: sent,
    links: { web: link('e/1') },
  },
  {
    id: 'e2',
    record: opportunity,
    email_subject: 'Non-disclosure',
    message: 'Please sign.',
    status: 'sent',
    created_at: other,
    links: { web: link('e/2') },
  },
  {
    id: 'e3',
    record: 'another',
    email_subject: 'Lease',
    message: 'Hello.',
    status: 'sent',
    created_at: other,
    links: { web: link('e/3') },
  },
];
const events = [
  {
    event_id: 'v1',
    record: opportunity,
    type: 'sent',
    description: 'The agreement was sent.',
    occurred_at: sent,
    web_url: link('v/1'),
  },
  {
    event_id: 'v2',
    record: opportunity,
    type: 'signed',
    description: 'Alberto signed the agreement.',
    occurred_at: signed,
    actor_name: 'Alberto Burgos',
    web_url: link('v/2'),
  },
];
const documents = [
  {
    document_id: 'd1',
    file_name: 'Terms.pdf',
    mime_type: 'application/pdf',
    summary: 'Our terms.',
    download_url: link('d/1'),
    pages: 4,
  },
];

export interface ESignature {
  readonly address: string;
  /** Method, path and query of each call. */
  readonly calls: readonly string[];
  close(): Promise<unknown>;
}

/** Serves it; it keeps no process alive. */
export async function startESignature(): Promise<ESignature> {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    calls.push(`${request.method} ${request.url}`);
    const answer = await answerTo(request);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(answer ?? { title: 'Not found' }));
  });
  await once(server.unref().listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, calls, close: () => new Promise((done) => server.close(done)) };
}

async function answerTo(request: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const record = searchParams.get('crm_record_id');
  const isIn = (each: { record: string }) => record === null || each.record === record;
  const page = <Item>(items: Item[]) => {
    const offset = Number(searchParams.get('offset') ?? 0);
    return items.slice(offset, offset + Number(searchParams.get('limit') ?? 100));
  };
  if (pathname === '/v4/envelopes') {
    const found = envelopes.filter(isIn);
    return { envelopes: page(found), total: found.length };
  }
  if (pathname === '/v4/events') {
    const [since = '', until = '9'] = [searchParams.get('since') ?? undefined, searchParams.get('until') ?? undefined];
    return page(events.filter(isIn).filter(({ occurred_at }) => since <= occurred_at && occurred_at <= until));
  }
  if (pathname === '/v4/documents/search' && request.method === 'POST') {
    const { query } = (await json(request)) as { query?: string };
    return { results: query ? documents : [], next_cursor: null };
  }
  return undefined;
}
