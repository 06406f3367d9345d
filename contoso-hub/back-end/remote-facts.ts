/** Facts from the application's REST API in another process, on behalf of the call's user. */
import { type BackEnd, type BackEndOptions, type BackEndRequest, backEnd } from 'saleskit/connector';
import { type Asker, bounds, type Facts } from '../facts.ts';
import { isPossible, recordNotFound } from '../failures.ts';
import * as shapes from './fact-shapes.ts';
import { apiPrefix } from './rest-api.ts';
import type { Shape } from './shape.ts';
import { trustedList, trustedObject } from './trusted-answer.ts';

type Query = NonNullable<BackEndRequest['query']>;

const longestName = 500;

/** Facts of the back end at this address. What it answers is believed as far as it has the shapes of facts, of the tenant. */
export function remoteFacts(options: Pick<BackEndOptions, 'url' | 'token'>): Facts {
  // A 404 that names no record is an address that is not the API's.
  const api: BackEnd = backEnd({ ...options, failures: { 404: 'SERVICE_UNAVAILABLE' } });

  const object = async <Fact extends object>(asker: Asker, shape: Shape<Fact>, path: string, query: Query = {}) =>
    trustedObject(await api.json(asker, `${apiPrefix}${path}`, { query }), shape, asker);
  const list = async <Fact extends object>(
    asker: Asker,
    { shape, most }: { shape: Shape<Fact>; most: number },
    path: string,
    query: Query = {},
  ) =>
    trustedList(await api.json(asker, `${apiPrefix}${path}`, { query }), { shape, most, what: lastPart(path) }, asker);

  const subject = (id: string) => `/subjects/${encodeURIComponent(id)}`;
  const account = (id: string) => `/accounts/${encodeURIComponent(id)}`;

  return {
    async checkConnection(asker, crm) {
      await object(asker, shapes.connected, '/connection', { crmType: crm.type, crmHost: crm.host });
    },
    async subjectOf(asker, reference) {
      if (!isPossible(reference)) throw recordNotFound(reference);
      const { type, id, crm } = reference;
      return object(asker, shapes.subject, '/records', { type, id, crmType: crm.type, crmHost: crm.host });
    },
    activities: (asker, id, { from, to, limit, offset }) =>
      list(asker, { shape: shapes.activity, most: limit }, `${subject(id)}/activities`, { from, to, limit, offset }),
    agreements: (asker, id, { limit, offset }) =>
      list(asker, { shape: shapes.agreement, most: limit }, `${subject(id)}/agreements`, { limit, offset }),
    async people(asker, emails) {
      if (emails.length === 0) return [];
      const { people: most } = bounds;
      return list(asker, { shape: shapes.person, most }, '/people', { email: emails.slice(0, most) });
    },
    acquaintances: (asker, id, contact) =>
      list(asker, { shape: shapes.acquaintance, most: bounds.acquaintances }, `${account(id)}/acquaintances`, {
        contact,
      }),
    stakeholders: (asker, id) =>
      list(asker, { shape: shapes.stakeholder, most: bounds.stakeholders }, `${account(id)}/stakeholders`),
    async accounts(asker, name) {
      if (name.length > longestName) return [];
      return list(asker, { shape: shapes.subject, most: bounds.accounts }, '/accounts', { name });
    },
    content: (asker) => list(asker, { shape: shapes.content, most: bounds.content }, '/content'),
    ready: () => api.check('/health/ready'),
    close: () => api.close(),
  };
}

/** What is asked for, without ids: "activities". */
function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
