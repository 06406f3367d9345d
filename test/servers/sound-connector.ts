/** A good connector on plain node:http, written from the documentation alone: Fabrikam Service, and its package. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  contoso,
  findAccount,
  findCustomer,
  languageOf,
  type Visit,
  visitsOf,
  type Words,
  words,
} from './sound-content.ts';
import {
  checkCrm,
  count,
  type Inputs,
  inputsOfBody,
  object,
  Refusal,
  refused,
  requiredText,
  text,
  time,
} from './sound-inputs.ts';

export interface Question {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A text body goes out as it is, any other as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface SoundOptions {
  /** The tenant of each token that is let in. Without them everybody is. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** Calls of a connection. */
  readonly throttle?: { readonly calls: number; readonly seconds: number };
}

/** The folder of its package. */
export const soundPackage = join(import.meta.dirname, 'sound-package');

const definition: unknown = JSON.parse(readFileSync(join(soundPackage, 'apiDefinition.swagger.json'), 'utf8'));
const largestBody = 3_182_218;

/** Answers questions; what goes wrong becomes the documented error body. */
export function soundConnector({ tokens, throttle }: SoundOptions = {}): (question: Question) => Reply {
  const today = Date.now();
  const calls = new Map<string, number[]>();
  return (question) => {
    const { headers } = question;
    const language = languageOf(headers['accept-language']);
    const requestId = String(headers['x-ms-client-request-id'] || randomUUID());
    const usual = {
      'content-type': 'application/json; charset=utf-8',
      'content-language': language,
      'cache-control': 'private, no-store',
      vary: 'Accept-Language, Authorization',
      'x-content-type-options': 'nosniff',
      'x-ms-client-request-id': requestId,
    };
    try {
      if (`${question.method} ${question.path}` === 'GET /apiDefinition.swagger.json')
        return { status: 200, headers: usual, body: definition };
      if (throttle) keepRate(calls, headers.authorization ?? '', throttle);
      const tenant = tenantOf(headers.authorization, tokens);
      return { status: 200, headers: usual, body: answer(question, { tenant, language, today }) };
    } catch (error) {
      const { status, errorCode, message } =
        error instanceof Refusal ? error : new Refusal(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong.');
      const more: Record<string, string> =
        status === 401
          ? { 'www-authenticate': 'Bearer' }
          : status === 429
            ? { 'retry-after': String(throttle?.seconds) }
            : {};
      return {
        status,
        headers: { ...usual, ...more },
        body: { errorCode, errorMessage: message, activityId: requestId },
      };
    }
  };
}

function keepRate(calls: Map<string, number[]>, connection: string, rate: NonNullable<SoundOptions['throttle']>): void {
  const now = Date.now();
  const recent = (calls.get(connection) ?? []).filter((at) => now - at < rate.seconds * 1000);
  if (recent.length >= rate.calls) throw new Refusal(429, 'REQUEST_THROTTLED', 'Too many requests.');
  calls.set(connection, [...recent, now]);
}

function tenantOf(authorization: string | undefined, tokens: SoundOptions['tokens']): string {
  if (!tokens) return contoso;
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const tenant = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  if (tenant === undefined) throw new Refusal(401, 'INVALID_TOKEN_SPECIFIED', 'Sign in again.');
  return tenant;
}

interface Asked {
  readonly tenant: string;
  readonly language: string;
  readonly today: number;
}

const routes: Readonly<Record<string, (inputs: Inputs, asked: Asked) => unknown>> = {
  'GET /sales/visits': (inputs, asked) => page(inputs, visitsOfRecord(inputs, asked), visitItem(wordsOf(asked))),
  'GET /sales/activities': activities,
  'GET /sales/insights': (inputs, asked) => page(inputs, visitsOfRecord(inputs, asked), insightItem(wordsOf(asked))),
  'POST /api/enhanceskills/email-insights-v2': (inputs, asked) =>
    page(inputs, visitsOfMail(inputs, asked), (visit) => ({ insight: sentence(visit, wordsOf(asked)) })),
  'POST /sales/reports': reports,
  'GET /sales/machines': machineCards,
};

function answer({ method, path, query, body }: Question, asked: Asked): unknown {
  const route = `${method} ${path}`;
  const handler = Object.hasOwn(routes, route) ? routes[route] : undefined;
  if (!handler) throw new Refusal(404, 'NOT_FOUND', 'There is nothing at this address.');
  const inputs = method === 'POST' ? inputsOfBody(body) : Object.fromEntries(query);
  checkCrm(inputs);
  return handler(inputs, asked);
}

/** Top and skip of a list. */
function page(inputs: Inputs, visits: readonly Visit[], item: (visit: Visit) => unknown) {
  const [top, skip] = [count(inputs, 'top', 10), count(inputs, 'skip', 0)];
  return { value: visits.slice(skip, skip + top).map(item), hasMoreResults: skip + top < visits.length };
}

function visitsOfRecord(inputs: Inputs, { tenant, today }: Asked): Visit[] {
  const customer = findCustomer(tenant, requiredText(inputs, 'recordType'), requiredText(inputs, 'recordId'));
  if (!customer) throw new Refusal(404, 'RECORD_NOT_FOUND', 'Fabrikam Service does not know this record.');
  return visitsOf(customer, today);
}

/** Newest first, of all records that the mail is connected to. */
function visitsOfMail(inputs: Inputs, { tenant, today }: Asked): Visit[] {
  if (!object(inputs.resourceData)) throw refused('resourceData is no object.');
  const related = inputs.relatedEntities ?? [];
  if (!Array.isArray(related)) throw refused('relatedEntities is no list.');
  const visits = related.flatMap((entity: unknown) => {
    const { entityType, entityId } = object(entity) ?? {};
    if (typeof entityType !== 'string' || typeof entityId !== 'string')
      throw refused('relatedEntities has an odd entry.');
    const customer = findCustomer(tenant, entityType, entityId);
    return customer ? visitsOf(customer, today) : [];
  });
  const each = [...new Map(visits.map((visit) => [visit.id, visit])).values()];
  return each.sort((one, other) => other.at - one.at || one.id.localeCompare(other.id));
}

function activities(inputs: Inputs, asked: Asked) {
  const [start, end] = [time(inputs, 'startDateTime', -Infinity), time(inputs, 'endDateTime', Infinity)];
  const within = visitsOfRecord(inputs, asked).filter(({ at }) => at >= start && at <= end);
  const own = wordsOf(asked);
  return page(inputs, within, (visit) => ({ ...insightItem(own)(visit), title: `${own.visit} ${visit.id}` }));
}

function reports(inputs: Inputs, asked: Asked) {
  if (!object(inputs.resourceData)) throw refused('resourceData is no object.');
  requiredText(inputs, 'resourceType');
  text(inputs, 'inputPrompt');
  const own = wordsOf(asked);
  return page(inputs, text(inputs, 'recordId') ? visitsOfRecord(inputs, asked) : [], (visit) => ({
    contentType: 'content-pdf',
    content: `${linkOf(visit)}/report.pdf`,
    contentTitle: `${own.report} ${visit.id}`,
    contentDescription: sentence(visit, own),
    additionalProperties: properties(visit, own),
  }));
}

function machineCards(inputs: Inputs, asked: Asked) {
  const account = findAccount(asked.tenant, requiredText(inputs, 'accountName'));
  if (!account) return { adaptiveCards: [] };
  const own = wordsOf(asked);
  const title = own.machinesAt(account.account);
  return {
    adaptiveCards: visitsOf(account, asked.today)
      .slice(0, 3)
      .map((visit) => {
        const facts = Object.entries(properties(visit, own)).map(([name, value]) => ({ title: name, value }));
        const body = [
          { type: 'TextBlock', text: title, weight: 'Bolder', wrap: true },
          { type: 'FactSet', facts },
        ];
        return {
          adaptiveCard: JSON.stringify({ type: 'AdaptiveCard', version: '1.5', body }),
          previewCardData: { title, subTitle: visit.machine, url: linkOf(visit) },
        };
      }),
  };
}

const visitItem = (own: LocalWords) => (visit: Visit) => ({
  recordId: visit.id,
  recordTypeDisplayName: own.visit,
  recordTypePluralDisplayName: own.visits,
  recordType: 'servicevisit',
  recordTitle: `${own.visit} ${visit.id}`,
  url: linkOf(visit),
  additionalProperties: properties(visit, own),
});

const insightItem = (own: LocalWords) => (visit: Visit) => ({
  title: 'Fabrikam Service',
  description: sentence(visit, own),
  dateTime: new Date(visit.at).toISOString(),
  url: linkOf(visit),
  additionalProperties: properties(visit, own),
});

interface LocalWords extends Words {
  readonly dayOf: (at: number) => string;
}

function wordsOf({ language }: Asked): LocalWords {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return { ...(words[language] as Words), dayOf: (at) => format.format(at) };
}

function sentence({ technician, machine, at }: Visit, own: LocalWords): string {
  return own.serviced(technician, machine, own.dayOf(at));
}

function properties({ technician, machine, at }: Visit, own: LocalWords): Record<string, string> {
  return { [own.date]: own.dayOf(at), [own.technician]: technician, [own.machine]: machine };
}

function linkOf({ id }: Visit): string {
  return `https://service.fabrikam.com/visits/${id}`;
}

/** Undefined where the response was dealt with already. */
export type Answering = (
  question: Question,
  response: ServerResponse,
) => Reply | undefined | Promise<Reply | undefined>;

/** Listens on a free port of this machine, or on the one that is named. */
export async function listenSound(answering: Answering = soundConnector(), port = 0) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request) {
      size += chunk.length;
      if (size <= largestBody) chunks.push(chunk);
    }
    const { pathname = '', searchParams = new URLSearchParams() } =
      URL.parse(request.url ?? '', 'http://localhost') ?? {};
    const body = size > largestBody ? '' : Buffer.concat(chunks).toString();
    const question = {
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body,
    };
    const reply = await answering(question, response);
    if (reply) writeReply(response, reply);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function writeReply(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
