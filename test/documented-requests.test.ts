/** Every documented request, sent over HTTP to a running Contoso Hub; every documented property of the answers. */
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { extensionPoints, type Field } from 'saleskit/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../contoso-hub/wording.ts';
import { account, emptyOpportunity, opportunity, paths, type RunningHub, startHub } from './running-hub.ts';
import { answerProblems, errorBodyProblems } from './schemas.ts';

let hub: RunningHub;
let legacy: RunningHub;
beforeAll(async () => {
  [hub, legacy] = await Promise.all([startHub('--throttle', 'off'), startHub('--throttle', 'off', '--legacy')]);
});
afterAll(() => Promise.all([hub.close(), legacy.close()]));

type Item = Record<string, string> & { additionalProperties: Record<string, string> };
interface List {
  readonly value: Item[];
  readonly hasMoreResults: boolean;
}

const listOf = async (response: Response): Promise<List> => {
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as List;
};

const errorCodeOf = async (response: Response) => ((await response.json()) as { errorCode: string }).errorCode;

const mail = {
  subject: 'Contract for the automatic coffee bar',
  plaintextBody: 'Hi Kenny, before we sign the contract we have a question about the price. Alberto',
  from: 'alberto@fourthcoffee.com',
  to: ['kenny@contoso.com'],
  cc: ['tony@fourthcoffee.com'],
  sentDateTime: '2026-05-07T03:28:38+02:00',
  messageId: 'm1',
  conversationId: 'c1',
};
const relatedEntities = [{ entityId: opportunity.dynamics, entityType: 'opportunity', entitySource: 'connected' }];
const record = { recordType: 'opportunity', recordId: opportunity.dynamics };
const dynamics = { crmType: 'Dynamics365', crmOrgUrl: 'https://contoso.crm.dynamics.com' };
const salesforce = { crmType: 'Salesforce', crmOrgUrl: 'https://contoso.my.salesforce.com' };

/** One request of each action, complete. */
const requests = {
  recordDetails: (headers = {}) =>
    hub.get(paths.recordDetails, { ...record, ...dynamics, top: '10', skip: '0' }, headers),
  recordSummary: (headers = {}) =>
    hub.get(
      paths.recordSummary,
      { ...record, ...dynamics, startDateTime: '2020-01-01T00:00:00Z', endDateTime: '2100-01-01T00:00:00Z' },
      headers,
    ),
  opportunityInsights: (headers = {}) => hub.get(paths.opportunityInsights, { ...record, ...dynamics }, headers),
  emailSummary: (headers = {}) =>
    hub.post(paths.emailSummary, { resourceData: mail, relatedEntities, ...dynamics, top: 10, skip: 0 }, headers),
  emailSummaryV1: (headers = {}) =>
    legacy.get(
      paths.emailSummaryV1,
      { ...record, ...dynamics, emailContacts: 'alberto@fourthcoffee.com,kenny@contoso.com' },
      headers,
    ),
  emailDraft: (headers = {}) =>
    hub.post(
      paths.emailDraft,
      { resourceData: mail, resourceType: 'email-thread', ...record, ...dynamics, inputPrompt: 'Make a Proposal' },
      headers,
    ),
} as const;
type Name = keyof typeof requests;
const names = Object.keys(requests) as Name[];

describe.each(names)('%s', (name) => {
  const point = extensionPoints[name];
  const problems = answerProblems(point);

  test.each(languages)('answers as documented in %s', async (language) => {
    const response = await requests[name]({ 'accept-language': language });
    const answer = await listOf(response);
    expect(problems(answer)).toEqual([]);
    expect(answer.value.length).toBeGreaterThan(0);
    expect(response.headers.get('content-language')).toBe(language);
    expect(response.headers.get('cache-control')).toBe('no-store');
    for (const item of answer.value) {
      for (const field of point.item) {
        if (field.name !== 'contentIconUrl') expect(item, field.name).toHaveProperty([field.name]);
      }
      const link = item.url ?? item.content;
      if (link) expect(link).toMatch(/^https:\/\//);
    }
  });

  test('differs from language to language in what people read, and in nothing else', async () => {
    const all = await Promise.all(
      languages.map(async (language) => (await listOf(await requests[name]({ 'accept-language': language }))).value),
    );
    const localized = (point.item as readonly Field[]).filter((field) => field.localized).map((field) => field.name);
    const rest = (items: Item[]) =>
      items.map((item) => Object.entries(item).filter(([property]) => !localized.includes(property)));
    for (const items of all) expect(rest(items)).toEqual(rest(all[0] ?? []));
    for (const property of localized) {
      const texts = all.map((items) => JSON.stringify(items.map((item) => item[property])));
      expect(new Set(texts).size, property).toBeGreaterThan(
        property.startsWith('recordType') ? 4 : languages.length - 1,
      );
    }
  });
});

describe.each(['recordDetails', 'recordSummary', 'opportunityInsights'] as const)('%s', (name) => {
  const ask = (query: Record<string, string>) => hub.get(paths[name], query);

  test.each([
    ['the spelling of the pages', { ...record, ...dynamics, crmType: 'Dynamics 365' }],
    ['the spelling of the enum', { ...record, ...dynamics }],
    ['lower case', { ...record, ...dynamics, crmType: 'dynamics365' }],
    ['no crmType', { ...record, crmOrgUrl: dynamics.crmOrgUrl }],
    ['a host for crmOrgUrl', { ...record, crmOrgUrl: 'contoso.crm.dynamics.com' }],
    ['a closing slash', { ...record, crmOrgUrl: 'https://contoso.crm.dynamics.com/' }],
    ['no CRM at all', record],
    ['braces and capitals', { ...record, recordId: `{${opportunity.dynamics.toUpperCase()}}` }],
    ['a type in capitals', { ...record, recordType: 'Opportunity' }],
    ['Salesforce, 18 characters', { ...record, ...salesforce, recordId: opportunity.salesforce }],
    ['Salesforce, 15 characters', { ...record, ...salesforce, recordId: opportunity.salesforce.slice(0, 15) }],
  ])('finds the same record by %s', async (_how, query) => {
    expect(await listOf(await ask(query))).toEqual(await listOf(await ask({ ...record, ...dynamics })));
  });

  test.each([
    ['an unknown record', { ...record, recordId: '11111111-1111-4111-8111-111111111111' }, 404, 'RECORD_NOT_FOUND'],
    ['a record of another type', { ...record, recordType: 'account' }, 404, 'RECORD_NOT_FOUND'],
    [
      'another organization',
      { ...record, crmOrgUrl: 'https://fabrikam.crm.dynamics.com' },
      400,
      'INVALID_CRM_CONNECTION',
    ],
    ['another CRM', { ...record, crmType: 'HubSpot' }, 400, 'INVALID_CRM_CONNECTION'],
    ['no record id', { recordType: 'opportunity' }, 400, 'MISSING_PARAMETER'],
    ['top=0', { ...record, top: '0' }, 400, 'INVALID_PARAMETER'],
    ['skip=-1', { ...record, skip: '-1' }, 400, 'INVALID_PARAMETER'],
  ])('answers %s with the error body', async (_case, query, status, errorCode) => {
    const response = await fetch(`${hub.address}${paths[name]}?${new URLSearchParams(query)}`, {
      headers: { 'x-ms-client-request-id': 'id-1' },
    });
    const body = await response.json();
    expect([response.status, body]).toEqual([status, expect.objectContaining({ errorCode, activityId: 'id-1' })]);
    expect(errorBodyProblems(body)).toEqual([]);
  });

  test('answers an empty list for a known record without data', async () => {
    for (const recordId of Object.values(emptyOpportunity)) {
      expect(await listOf(await ask({ recordType: 'opportunity', recordId }))).toEqual({
        value: [],
        hasMoreResults: false,
      });
    }
  });

  test('knows the account in both CRMs', async () => {
    for (const recordId of Object.values(account)) {
      expect((await listOf(await ask({ recordType: 'account', recordId }))).value.length).toBeGreaterThan(0);
    }
  });

  test('pages without gap or repeat, and tells exactly when there is more', async () => {
    const whole = await listOf(await ask({ ...record, top: '100' }));
    expect(whole.hasMoreResults).toBe(false);
    const collected: Item[] = [];
    for (let skip = 0; ; skip += 2) {
      const part = await listOf(await ask({ ...record, top: '2', skip: String(skip) }));
      collected.push(...part.value);
      expect(part.hasMoreResults).toBe(collected.length < whole.value.length);
      if (!part.hasMoreResults) break;
    }
    expect(collected).toEqual(whole.value);
    expect(await listOf(await ask({ ...record, skip: '1000' }))).toEqual({ value: [], hasMoreResults: false });
    expect((await listOf(await ask({ ...record, top: '500' }))).value).toEqual(whole.value);
  });
});

describe('record summary', () => {
  test('has at least seven activities of the sample opportunity, newest first', async () => {
    const { value } = await listOf(await hub.get(paths.recordSummary, { ...record, top: '100' }));
    expect(value.length).toBeGreaterThanOrEqual(7);
    const times = value.map((item) => item.dateTime ?? '');
    expect(times).toEqual(times.toSorted().reverse());
    expect(Date.now() - Date.parse(times[0] ?? '')).toBeLessThan(3 * 86_400_000);
  });

  test('keeps to the times asked for, offsets included', async () => {
    const { value } = await listOf(await hub.get(paths.recordSummary, { ...record, top: '100' }));
    const [, second, third] = value.map((item) => item.dateTime ?? '');
    const offset = (time = '') => new Date(Date.parse(time) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    const between = await hub.get(paths.recordSummary, {
      ...record,
      startDateTime: offset(third),
      endDateTime: offset(second),
    });
    expect((await listOf(between)).value.map((item) => item.dateTime)).toEqual([second, third]);
  });
});

test('opportunity insights keep to their limits in every language', async () => {
  for (const language of languages) {
    for (const item of (await listOf(await requests.opportunityInsights({ 'accept-language': language }))).value) {
      expect(item.title).toBe('Contoso Hub');
      expect(item.description?.length).toBeLessThanOrEqual(130);
      expect(item.description).not.toMatch(/…$/);
    }
  }
});

describe('email summary', () => {
  const insights = async (body: object) =>
    (await listOf(await hub.post(paths.emailSummary, body))).value.map((item) => item.insight ?? '');
  const aboutMail = (changes: object, entities: unknown = relatedEntities) =>
    insights({ resourceData: { ...mail, ...changes }, relatedEntities: entities });

  test('puts first what the mail speaks of', async () => {
    const neutral = { subject: 'Hello', plaintextBody: 'See you soon.' };
    const [aboutContract] = await aboutMail({ ...neutral, plaintextBody: 'Where is the contract?' });
    const [aboutPrice] = await aboutMail({
      ...neutral,
      subject: 'Your price',
      plaintextBody: 'What is the price, and is there a discount?',
    });
    const [aboutData] = await aboutMail({
      ...neutral,
      subject: 'technical data',
      plaintextBody: 'Please send technical specifications.',
    });
    expect(aboutContract).toMatch(/Framework agreement|Renewal contract/);
    expect(aboutPrice).toMatch(/website/);
    expect(aboutData).toMatch(/data sheet/);
  });

  test('reads the mail from its HTML as well', async () => {
    const html = { subject: 'Hello', plaintextBody: undefined, fullHtmlBody: '<p>Where is the <b>price</b> list?</p>' };
    expect((await aboutMail(html))[0]).toMatch(/website/);
  });

  test('tells who knows the participants', async () => {
    const known = (insight: string) => /worked with/.test(insight);
    expect((await aboutMail({})).filter(known).join()).toMatch(
      /Mona Kane, Ray Tanaka, and Daniela Smith have worked with Alberto Burgos/,
    );
    const only = await aboutMail({ from: 'gabriela@fourthcoffee.com', to: [], cc: [] });
    expect(only.filter(known)).toEqual(['Your colleague Kenny Smith has worked with Gabriela Edwards before.']);
  });

  test('works without related entities, from the participants alone', async () => {
    expect((await insights({ resourceData: mail })).length).toBeGreaterThan(2);
    expect(await insights({ resourceData: { from: 'nobody@example.com' } })).toEqual([]);
  });

  test('passes over unknown entities beside known ones; only unknown ones are not found', async () => {
    const unknown = { entityId: '11111111-1111-4111-8111-111111111111', entityType: 'opportunity' };
    expect((await aboutMail({}, [unknown, ...relatedEntities])).length).toBeGreaterThan(0);
    const response = await hub.post(paths.emailSummary, { resourceData: mail, relatedEntities: [unknown] });
    expect([response.status, await errorCodeOf(response)]).toEqual([404, 'RECORD_NOT_FOUND']);
  });

  test('of the empty opportunity has nothing about that deal', async () => {
    const none = {
      resourceData: {},
      relatedEntities: [{ entityId: emptyOpportunity.dynamics, entityType: 'opportunity' }],
    };
    expect((await insights(none)).filter((insight) => /agreement|contract|website/i.test(insight))).toEqual([]);
  });
});

describe('email draft', () => {
  const titles = async (changes: object, rest: object = {}) => {
    const body = {
      resourceData: { ...mail, subject: '', plaintextBody: '', ...changes },
      resourceType: 'email-thread',
      ...rest,
    };
    return (await listOf(await hub.post(paths.emailDraft, body))).value.map((item) => item.contentTitle ?? '');
  };

  test.each([
    [{ plaintextBody: 'How much is it? Any discount on the price?' }, {}, /Price list|Proposal/],
    [{ subject: 'delivery', plaintextBody: 'When will you deliver?' }, {}, /Delivery/],
    [{ plaintextBody: 'Please sign the contract.' }, {}, /contract/],
    [{}, { inputPrompt: 'Reply to a Concern' }, /Customer story/],
    [{ plaintextBody: 'the Cafe Duo' }, {}, /Cafe Duo|3,000 metres/],
    [{}, { ...record }, /Cafe A-100|coffee bar|1,000 cups/],
  ])('offers for %j %j what is of use, best first', async (changes, rest, expected) => {
    expect((await titles(changes, rest))[0]).toMatch(expected);
  });

  test('offers nothing where nothing fits', async () => {
    expect(await titles({ plaintextBody: 'Happy birthday!', from: 'x@example.com', cc: [] })).toEqual([]);
  });

  test('prefers the industry of the participants, and the language of the mail', async () => {
    const story = { subject: 'a reference', from: 'cacilia@alpineskihouse.com', to: [], cc: [] };
    expect((await titles(story))[0]).toMatch(/3,000 metres/);
    expect((await titles({ ...story, from: 'alberto@fourthcoffee.com' }))[0]).toMatch(/1,000 cups/);
    const body = { resourceData: { subject: 'Preis' }, resourceType: 'email-thread' };
    const german = await listOf(await hub.post(paths.emailDraft, body));
    expect(german.value[0]?.contentTitle).toBe('Preisliste und Mengenrabatte');
  });

  test('needs a known record where it names one', async () => {
    const response = await hub.post(paths.emailDraft, {
      resourceData: mail,
      resourceType: 'email-thread',
      recordType: 'opportunity',
      recordId: 'x',
    });
    expect([response.status, await errorCodeOf(response)]).toEqual([404, 'RECORD_NOT_FOUND']);
  });

  test('answers content types of the documentation only', async () => {
    const { value } = await listOf(
      await hub.post(paths.emailDraft, { resourceData: mail, resourceType: 'email-thread', top: 100 }),
    );
    for (const item of value) expect(Object.keys(extensionPoints.emailDraft.contentTypes)).toContain(item.contentType);
  });
});

describe('chat about key stakeholders', () => {
  const ask = (accountName: string, headers = {}) => hub.get(paths.keyStakeholders, { accountName }, headers);
  interface Cards {
    readonly adaptiveCards: {
      adaptiveCard: string;
      previewCardData: { title: string; subTitle: string; url: string };
    }[];
  }

  test.each(languages)('answers valid Adaptive Cards 1.5 in %s', async (language) => {
    const response = await ask('Fourth Coffee', { 'accept-language': language });
    const answer = (await response.json()) as Cards;
    expect(answerProblems(extensionPoints.salesChat)(answer)).toEqual([]);
    expect(answer.adaptiveCards).toHaveLength(4);
    for (const { adaptiveCard, previewCardData } of answer.adaptiveCards) {
      const context = new SerializationContext(Versions.v1_5);
      const card = new AdaptiveCard();
      card.parse(JSON.parse(adaptiveCard), context);
      expect(context.eventCount).toBe(0);
      expect(card.getItemCount()).toBe(3);
      expect(previewCardData.url).toMatch(/^https:/);
    }
  });

  test('names the decision maker first', async () => {
    const { adaptiveCards } = (await (await ask('fourth coffee')).json()) as Cards;
    expect(adaptiveCards[0]?.previewCardData).toMatchObject({
      title: 'Alberto Burgos',
      subTitle: 'Chief Operating Officer, Decision maker',
    });
  });

  test('of an unknown account is not found; without a name it is refused', async () => {
    const unknown = await ask('Nobody Inc');
    expect([unknown.status, await errorCodeOf(unknown)]).toEqual([404, 'RECORD_NOT_FOUND']);
    const nameless = await hub.get(paths.keyStakeholders);
    expect([nameless.status, await errorCodeOf(nameless)]).toEqual([400, 'MISSING_PARAMETER']);
  });
});

describe('version 1 of email summary', () => {
  test('stands in place of version 2, never beside it', async () => {
    const idsOf = async ({ address }: RunningHub) =>
      ((await (await fetch(address)).json()) as { actions: { id: string }[] }).actions.map(({ id }) => id);
    expect(await idsOf(hub)).toContain('email-summary');
    expect(await idsOf(hub)).not.toContain('email-summary-v1');
    expect(await idsOf(legacy)).toContain('email-summary-v1');
    expect(await idsOf(legacy)).not.toContain('email-summary');
    expect((await legacy.post(paths.emailSummary, { resourceData: mail })).status).toBe(404);
  });

  test('takes Top and Skip as its page writes them, and only the partner’s name as title', async () => {
    const query = { ...record, emailContacts: 'alberto@fourthcoffee.com' };
    const all = await listOf(await legacy.get(paths.emailSummaryV1, query));
    const second = await listOf(await legacy.get(paths.emailSummaryV1, { ...query, Top: '1', Skip: '1' }));
    expect(second.value).toEqual([all.value[1]]);
    expect(new Set(all.value.map((item) => item.title))).toEqual(new Set(['Contoso Hub']));
  });
});

test('the definition served has exactly the actions, at the address asked', async () => {
  const definition = (await (await fetch(`${hub.address}/apiDefinition.swagger.json`)).json()) as {
    host: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  expect(definition.host).toBe(new URL(hub.address).host);
  const operations = Object.values(definition.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(operations.sort()).toEqual(
    [
      'ChatAboutKeyStakeholders',
      'TestConnection',
      'scp-get-content-suggestions',
      'scp-get-email-insights-v2',
      'scp-get-related-activities',
      'scp-get-related-records',
      'scp-get-sales-highlights',
    ].sort(),
  );
});
