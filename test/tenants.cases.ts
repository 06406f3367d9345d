/** Tenants never see each other's data: random tenants with random data, asked through the whole connector with tokens. */
import fc from 'fast-check';
import { type Authentication, ConnectorError, createService, type Service } from 'saleskit/connector';
import { expect, test } from 'vitest';
import { restApi } from '../contoso-hub/back-end/rest-api.ts';
import { type AccountStory, crms, factsOf } from '../contoso-hub/data/story.ts';
import { contosoHub } from '../contoso-hub/hub.ts';
import type { Store } from '../contoso-hub/store/store.ts';
import { paths } from './running-hub.ts';

/** The token is the tenant: what a verified token says, without its cryptography (which has tests of its own). */
const tenantAsToken: Authentication = {
  open: false,
  identify(authorization) {
    if (!authorization) throw new ConnectorError('INVALID_TOKEN_SPECIFIED', 'A token is needed.');
    return { tenant: authorization.slice('Bearer '.length), user: 'u', client: 'c' };
  },
};

const guid = fc.uuid();
const tenantName = fc.stringMatching(/^[a-z0-9'%_-]{1,12}$/);
/** Few ids and names, so that tenants have records of the same id, and one's tenant is the beginning of another's. */
const shared = fc.constantFrom('50cafe00-a100-4000-8000-000000000001', 'f047c0ff-ee00-4000-8000-000000000001');

const story = (secret: string) =>
  fc.record({ account: fc.oneof(shared, guid), deal: fc.oneof(shared, guid) }).map(
    ({ account, deal }): AccountStory => ({
      name: `Account ${secret}`,
      ids: { dynamics: account, salesforce: '0015i00000F04CeAAJ' },
      industry: 'retail',
      people: [
        {
          name: `Person ${secret}`,
          email: 'ann@example.com',
          jobTitle: secret,
          role: 'decision-maker',
          knownBy: [[`Colleague ${secret}`, 1, 1]],
        },
      ],
      deals: [
        {
          kind: 'opportunity',
          name: secret,
          ids: { dynamics: deal, salesforce: '0065i00000A1CaFAAV' },
          agreements: [
            { id: 'A', name: secret, status: 'viewed', signers: [secret], sent: [2], changed: [1], value: 1 },
          ],
          activities: [[[1], { kind: 'site-visited', by: secret, page: secret, visits: 1, minutes: 1 }]],
        },
      ],
    }),
  );

const world = fc
  .uniqueArray(tenantName, { minLength: 2, maxLength: 4 })
  .chain((tenants) =>
    fc.tuple(
      ...tenants.map((tenant, index) =>
        story(`secret-${index}-`).map((told) => ({ tenant, secret: `secret-${index}-`, told })),
      ),
    ),
  );

async function answersTo(
  app: Service,
  tenant: string,
  record: { recordType: string; recordId: string },
): Promise<string> {
  const headers = { authorization: `Bearer ${tenant}` };
  const get = (url: string, query: object) => app.inject({ url, query: query as Record<string, string>, headers });
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload, headers });
  const mail = {
    from: 'ann@example.com',
    subject: 'contract price technical data reference secret',
    plaintextBody: 'delivery service',
  };
  const relatedEntities = [{ entityId: record.recordId, entityType: record.recordType }];
  const all = await Promise.all([
    get(paths.recordDetails, record),
    get(paths.recordSummary, record),
    get(paths.opportunityInsights, record),
    get(paths.keyStakeholders, { accountName: 'Account' }),
    post(paths.emailSummary, { resourceData: mail, relatedEntities }),
    post(paths.emailSummary, { resourceData: mail }),
    post(paths.emailDraft, { resourceData: mail, resourceType: 'email-thread', ...record }),
    get('/hub/v1/records', { type: record.recordType, id: record.recordId }),
    get(`/hub/v1/subjects/${record.recordId}/activities`, {}),
    get(`/hub/v1/subjects/${record.recordId}/agreements`, {}),
    get(`/hub/v1/accounts/${record.recordId}/acquaintances`, {}),
    get(`/hub/v1/accounts/${record.recordId}/stakeholders`, {}),
    get('/hub/v1/accounts', { name: 'Account' }),
    get('/hub/v1/people', { email: 'ann@example.com' }),
    get('/hub/v1/content', {}),
  ]);
  for (const answer of all) expect(answer.statusCode).toBeLessThan(500);
  return all.map((answer) => answer.body).join('\n');
}

/** The case for one kind of store; `open` gives an empty one for each world. */
export function tenantCase(name: string, open: () => Promise<Store>): void {
  test(`${name}: no answer to one tenant holds anything of another`, { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (tenants) => {
        const store = await open();
        const app = await createService(contosoHub({ facts: store, auth: tenantAsToken }), {
          logLevel: 'silent',
          routes: restApi(store),
        });
        for (const { tenant, told, secret } of tenants) {
          await store.load(tenant, { connections: [crms.dynamics], ...factsOf(told, Date.now()) });
          const content = {
            id: 'C',
            title: secret,
            type: 'content-pdf',
            url: `https://x/${secret}`,
            owner: secret,
          } as const;
          const library = {
            ...content,
            topics: ['agreement'],
            products: [],
            industries: [],
            language: 'en',
            pages: 1,
            updatedAt: 0,
            opened: 1,
          };
          await store.load(tenant, { content: [library] });
        }
        for (const asking of tenants) {
          let own = '';
          for (const { told } of tenants) {
            for (const [recordType, recordId] of [
              ['account', told.ids.dynamics],
              ['opportunity', told.deals[0]?.ids.dynamics ?? ''],
            ] as const) {
              const answers = await answersTo(app, asking.tenant, { recordType, recordId });
              own += answers;
              for (const { secret } of tenants) if (secret !== asking.secret) expect(answers).not.toContain(secret);
            }
          }
          expect(own).toContain(asking.secret);
        }
        await app.close();
        await store.close();
      }),
      { numRuns: 25 },
    );
  });
}
