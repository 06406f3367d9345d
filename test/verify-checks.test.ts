/** Each check of answers, time, paging, language and consistency against a connector that breaks just its matter. */
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { discover } from '../src/discovery/discovery.ts';
import { openInCrm, sellersWorld } from '../src/host/host.ts';
import { readPackage } from '../src/package/connector-package.ts';
import { allChecks, noCredentials, type VerifyReport, verify } from '../src/verify/verify.ts';
import { json, listenPlain, type PlainServer } from './servers/plain-connector.ts';

const discovery = discover(await readPackage(join(import.meta.dirname, '../contoso-hub/package')));
const actionOf = (id: string) =>
  discovery.actions.filter(({ point, operation }) => point?.id === id || operation.operationId === id);
const groups = ['answers', 'five-seconds', 'paging', 'language', 'consistency'];
const checks = allChecks.filter(({ group }) => groups.includes(group));
const now = Date.now();
const hour = 3_600_000;

interface Asked {
  readonly top: number;
  readonly skip: number;
  readonly from: number;
  readonly to: number;
  readonly language: string;
  /** From 1, of the calls of the run. */
  readonly number: number;
}

type Item = Record<string, unknown>;
interface Said {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
  readonly delayMs?: number;
}
type Change = (said: Said & { body: { value: Item[]; hasMoreResults: boolean } }, asked: Asked) => Said;

const activities = [1, 2, 3, 4, 5].map((days) => now - days * 24 * hour);

/** Record summary as its page asks for it: five activities, newest first, in English or German. */
function goodAnswer({ top, skip, from, to, language }: Asked): Parameters<Change>[0] {
  if (top < 0 || skip < 0) return { status: 400, body: badRequest as never };
  const word = language.startsWith('de') ? 'Vertrag' : 'Contract';
  const within = activities.filter((time) => time >= from && time <= to);
  const value = within.slice(skip, skip + top).map((time) => ({
    title: `${word} ${activities.indexOf(time) + 1}`,
    description: `${word} 2026`,
    dateTime: new Date(time).toISOString(),
    url: `https://hub.example.com/${time}`,
    additionalProperties: { [word]: '1' },
  }));
  return { body: { value, hasMoreResults: within.length > skip + top } };
}

const badRequest = { errorCode: 'INVALID_PARAMETER', errorMessage: 'An integer is expected.' };
const items =
  (change: (item: Item, index: number) => Item): Change =>
  (said) => ({
    ...said,
    body: { ...said.body, value: said.body.value?.map(change) },
  });
const body =
  (change: (body: { value: Item[]; hasMoreResults: boolean }) => unknown): Change =>
  (said) => ({
    ...said,
    body: change(said.body),
  });
const again = (changes: Partial<Asked>, asked: Asked) => goodAnswer({ ...asked, ...changes });
const shuffled = (list: readonly Item[], seed: number) => [...list.slice(seed % 5), ...list.slice(0, seed % 5)];

const running: PlainServer[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

async function serve(respond: Parameters<typeof listenPlain>[0]): Promise<string> {
  const server = await listenPlain(respond);
  running.push(server);
  return server.address;
}

async function summaryConnector(change: Change = (said) => said): Promise<string> {
  let number = 0;
  return serve(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.includes('related-activities')) return json(response, badRequest, 404);
    const numberOf = (name: string, usual: number) => Number(url.searchParams.get(name) ?? usual);
    const timeOf = (name: string) => Date.parse(url.searchParams.get(name) ?? '');
    const asked: Asked = {
      top: numberOf('top', 10),
      skip: numberOf('skip', 0),
      from: timeOf('startDateTime'),
      to: timeOf('endDateTime'),
      language: request.headers['accept-language'] ?? '',
      number: ++number,
    };
    const good = goodAnswer(asked);
    const said = good.status === 400 ? good : change(good, asked);
    if (said.delayMs) await new Promise((resolve) => setTimeout(resolve, said.delayMs));
    json(response, said.body, said.status ?? 200, { 'content-language': asked.language, ...said.headers });
  });
}

async function reportOf(
  url: string,
  changes: Partial<Parameters<typeof verify>[1]> = {},
  id = 'record-summary',
): Promise<VerifyReport> {
  const world = sellersWorld(now);
  return verify(discovery, {
    version: '0',
    actions: actionOf(id),
    checks,
    url,
    isUrlGiven: true,
    headers: {},
    credentials: noCredentials,
    concurrency: 3,
    rate: undefined,
    requests: 0,
    seed: 1,
    languages: ['en-US', 'de-DE'],
    openable: {
      records: world.records.slice(0, 2),
      mails: world.mails,
      ...openInCrm(world, {}),
      language: 'en-US',
      now,
    },
    isRecordGiven: false,
    unknown: { type: 'opportunity', id: 'x' },
    followsLinks: false,
    backEnd: undefined,
    budgetMs: 20_000,
    timeoutMs: 300,
    signal: new AbortController().signal,
    ...changes,
  });
}

const idsOf = ({ checks: results }: VerifyReport, status: string) =>
  results.filter((result) => result.status === status).map(({ id }) => id);
const messageOf = (report: VerifyReport, id: string) => report.checks.find((check) => check.id === id)?.message;

test('a good connector passes, and everything about it is seen', async () => {
  const report = await reportOf(await summaryConnector());
  expect(report.checks.filter(({ status }) => status === 'fail' || status === 'could-not-run')).toEqual([]);
  expect(idsOf(report, 'advice')).toEqual([]);
  expect(report.requests.requests).toBeLessThan(35);
});

const odd: Readonly<Record<string, readonly [check: string, change: Change]>> = {
  'answers 500 now': ['answer-status', (said, { number }) => (number === 1 ? { status: 500, body: {} } : said)],
  'says text/html of its JSON': [
    'answer-content-type',
    (said) => ({ ...said, headers: { 'content-type': 'text/html' } }),
  ],
  'answers a page of HTML': [
    'answer-content-type',
    () => ({ headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' }),
  ],
  'answers a bare list': ['answer-envelope', body(({ value }) => value)],
  'names the list Value': ['answer-envelope', body(({ value, ...rest }) => ({ Value: value, ...rest }))],
  'has no description': ['answer-required-properties', items(({ description, ...rest }) => rest)],
  'has null for a required property': ['answer-required-properties', items((item) => ({ ...item, title: null }))],
  'has a number as a title': ['answer-types', items((item) => ({ ...item, title: 5 }))],
  'has a number as a time': ['answer-types', items((item) => ({ ...item, dateTime: 5 }))],
  'has a text for hasMoreResults': ['answer-types', body((whole) => ({ ...whole, hasMoreResults: 'no' }))],
  'answers everything, whatever top says': ['answer-limits', (_said, asked) => again({ top: 99 }, asked)],
  'links to a script': ['answer-links', items((item) => ({ ...item, url: 'javascript:alert(1)' }))],
  'has numbers among the additional properties': [
    'answer-additional-properties',
    items((item) => ({ ...item, additionalProperties: { Total: 5 } })),
  ],
  'has texts in place of additional properties': [
    'answer-additional-properties',
    items((item) => ({ ...item, additionalProperties: 'Total' })),
  ],
  'gives times without a zone': [
    'answer-times',
    items((item) => ({ ...item, dateTime: String(item.dateTime).replace('Z', '') })),
  ],
  'does not heed startDateTime': ['answer-time-window', (_said, asked) => again({ from: 0 }, asked)],
  'does not heed endDateTime': ['answer-time-window', (_said, asked) => again({ to: now }, asked)],
  'is slow now and then': ['time-within-budget', (said, { number }) => ({ ...said, delayMs: number === 4 ? 600 : 0 })],
  'is too late at a cold start': [
    'time-within-budget',
    (said, { number }) => ({ ...said, delayMs: number === 1 ? 600 : 0 }),
  ],
  'never answers': ['time-within-budget', (said) => ({ ...said, delayMs: 600 })],
  'does not heed skip': ['paging-pages', (_said, asked) => again({ skip: 0 }, asked)],
  'counts skip in pages': ['paging-pages', (_said, asked) => again({ skip: asked.skip * asked.top }, asked)],
  'never says that there is more': ['paging-has-more', body((whole) => ({ ...whole, hasMoreResults: false }))],
  'always says that there is more': ['paging-has-more', body((whole) => ({ ...whole, hasMoreResults: true }))],
  'mixes the order': [
    'paging-order',
    (said, { number }) => ({ ...said, body: { ...said.body, value: shuffled(said.body.value, number) } }),
  ],
  'breaks beyond the end': ['paging-end', (said, { skip }) => (skip > 99 ? { status: 500, body: {} } : said)],
  'takes top=0 for no limit': [
    'paging-odd-values',
    (said, asked) => (asked.top === 0 ? again({ top: 10 }, asked) : said),
  ],
  'speaks English only': ['language-differs', (_said, asked) => again({ language: 'en' }, asked)],
  'has nothing in German': [
    'language-differs',
    (said, { language }) => (language === 'de-DE' ? { body: { value: [] } } : said),
  ],
  'breaks in German': [
    'language-differs',
    (said, { language }) => (language === 'de-DE' ? { status: 500, body: {} } : said),
  ],
  'has other ids in German': [
    'language-differs',
    (said, asked) =>
      asked.language === 'de-DE'
        ? items((item) => ({ ...item, dateTime: new Date(0).toISOString() }))(said, asked)
        : said,
  ],
  'breaks at a malformed language': [
    'language-survives',
    (said, { language }) => (language.includes('much') ? { status: 500, body: {} } : said),
  ],
};

test.each(Object.entries(odd))('a connector that %s fails in one check', async (_name, [id, change]) => {
  const report = await reportOf(await summaryConnector(change));
  expect(idsOf(report, 'fail')).toEqual([id]);
});

test('calls at once that wait for each other are too late', async () => {
  let last = Promise.resolve();
  const url = await summaryConnector();
  const slow = await serve(async (request, response) => {
    last = last.then(() => new Promise((resolve) => setTimeout(resolve, 130)));
    await last;
    const answer = await fetch(`${url}${request.url}`, { headers: { 'accept-language': 'en' } });
    json(response, await answer.text(), answer.status, { 'content-language': 'en' });
  });
  const report = await reportOf(slow, { languages: ['en-US'] });
  expect(idsOf(report, 'fail')).toEqual(['time-under-load']);
});

test('links are followed where that is asked for', async () => {
  const pages = await serve((request, response) => json(response, '', request.url === '/there' ? 200 : 404));
  const linked = (path: string) => summaryConnector(items((item) => ({ ...item, url: `${pages}${path}` })));
  const follow = { followsLinks: true };
  expect(idsOf(await reportOf(await linked('/there'), follow), 'fail')).toEqual([]);
  const report = await reportOf(await linked('/gone'), follow);
  expect(idsOf(report, 'fail')).toEqual(['answer-links-reachable']);
  expect(messageOf(report, 'answer-links-reachable')).toMatch(/\/gone is answered with 404/);
});

test('another answer to the same question is worth advice, and so is a missing Content-Language', async () => {
  const changing = items((item) => ({ ...item, description: `${item.description} ${Math.random()}` }));
  const report = await reportOf(await summaryConnector(changing));
  expect([idsOf(report, 'fail'), idsOf(report, 'advice')]).toEqual([[], ['consistent-answers']]);
  const silent = await reportOf(await summaryConnector((said) => ({ ...said, headers: { 'content-language': '-' } })));
  expect(idsOf(silent, 'advice')).toEqual(['language-content-language']);
});

test('where no language is named, two are asked for; where one is, there is nothing to compare', async () => {
  const connector = await summaryConnector();
  const report = await reportOf(connector, { languages: [] });
  expect(idsOf(report, 'advice')).toEqual(['language-differs']);
  const one = await reportOf(connector, { languages: ['en-US'] });
  expect(idsOf(one, 'advice')).toEqual([]);
  expect(idsOf(one, 'not-applicable')).toContain('language-differs');
});

test('an empty list is no fault, and nothing is said of items that nobody saw', async () => {
  const report = await reportOf(await summaryConnector(() => ({ body: { value: [], hasMoreResults: false } })));
  expect(idsOf(report, 'fail')).toEqual([]);
  expect(idsOf(report, 'could-not-run')).toContain('answer-required-properties');
  expect(messageOf(report, 'answer-required-properties')).toMatch(/--record/);
  expect(idsOf(report, 'pass')).not.toContain('paging-pages');
});

test('a connector that wants a token is not blamed where none was given', async () => {
  const report = await reportOf(await summaryConnector(() => ({ status: 401, body: badRequest })));
  expect(idsOf(report, 'fail')).toEqual([]);
  expect(messageOf(report, 'answer-status')).toMatch(/--auth/);
});

test('records that nobody named may be unknown, those that were named may not', async () => {
  const url = await summaryConnector(() => ({ status: 404, body: badRequest }));
  expect(messageOf(await reportOf(url), 'answer-status')).toMatch(/^Every call is answered with 404.*--record.*--url/);
  expect(idsOf(await reportOf(url, { isRecordGiven: true }), 'fail')).toEqual(['answer-status']);
});

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'ColumnSet', columns: [{ items: [{ type: 'TextBlock', text: 'Ann', wrap: true }] }] },
    { type: 'FactSet', facts: [{ title: 'Role', value: 'Buyer' }] },
    { type: 'Chart', fallback: 'drop' },
  ],
  actions: [{ type: 'Action.OpenUrl', title: 'Open', url: 'https://hub.example.com/ann' }],
};

test.each([
  ['is well made', card, []],
  ['is of version 1.6', { ...card, version: '1.6' }, ['answer-cards']],
  ['has an element that nobody knows', { ...card, body: [{ type: 'TextBlok', text: 'Ann' }] }, ['answer-cards']],
  ['has a text block without text', { ...card, body: [{ type: 'TextBlock' }] }, ['answer-cards']],
  ['has a word that is none', { ...card, body: [{ type: 'TextBlock', text: '', color: 'red' }] }, ['answer-cards']],
  ['has a body that is no list', { ...card, body: card.body[0] }, ['answer-cards']],
  ['is another thing', { type: 'HeroCard' }, ['answer-cards']],
  ['opens a script', { ...card, actions: [{ type: 'Action.OpenUrl', url: 'javascript:1' }] }, ['answer-links']],
])('a card that %s', async (_name, adaptiveCard, expected) => {
  const url = await serve((_request, response) =>
    json(response, {
      adaptiveCards: [{ adaptiveCard: JSON.stringify(adaptiveCard), previewCardData: { title: 'Ann' } }],
    }),
  );
  const report = await reportOf(url, { languages: [] }, 'ChatAboutKeyStakeholders');
  expect(idsOf(report, 'fail')).toEqual(expected);
});

test('the definition that is served is compared but for its address', async () => {
  const own = structuredClone(discovery.connector.definition.value) as Record<string, never> & {
    paths: Record<string, { get?: { description?: string } }>;
  };
  const served = { ...own, host: 'elsewhere.example.com', schemes: ['http'] };
  const serving = (definition: unknown) =>
    serve((request, response) =>
      request.url === '/swagger.json' ? json(response, definition) : json(response, badRequest, 404),
    );
  expect(idsOf(await reportOf(await serving(served)), 'pass')).toContain('consistent-definition');
  const { get } = own.paths['/api/enhanceskills/related-records'] ?? {};
  if (get) get.description = 'Another one.';
  const report = await reportOf(await serving(served));
  expect(messageOf(report, 'consistent-definition')).toBe(
    'It differs from the package at /paths/~1api~1enhanceskills~1related-records/get/description.',
  );
});
