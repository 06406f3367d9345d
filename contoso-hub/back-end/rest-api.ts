/** The application's own REST API, read-only: facts as JSON, for a connector that runs in another process. */
import type { FastifyInstance } from 'fastify';
import { type CrmReference, type CrmType, callOf, canonicalRecordId } from 'saleskit/connector';
import { bounds, type Facts } from '../facts.ts';

export const apiPrefix = '/hub/v1';

const text = { type: 'string', minLength: 1, maxLength: 500 } as const;
const time = { type: 'integer', minimum: 0 } as const;
const range = {
  limit: { type: 'integer', minimum: 1, maximum: bounds.list, default: 100 },
  offset: { type: 'integer', minimum: 0, maximum: 2 ** 31, default: 0 },
} as const;
const crmType = { type: 'string', enum: ['Dynamics365', 'Salesforce'] } as const;
const crmOf = (query: { crmType?: CrmType; crmHost?: string }): CrmReference => ({
  ...(query.crmType && { type: query.crmType }),
  ...(query.crmHost && { host: query.crmHost }),
});
const list = (properties: object, required: string[] = []) => ({
  querystring: { type: 'object', properties, required },
});

/** Adds the API's routes to a scope that authenticates. Each fact names its tenant. */
export function restApi(facts: Facts): (scope: FastifyInstance) => void {
  return (scope) => {
    // Whoever asks can tell by it whose facts came back.
    scope.addHook('preSerialization', async (request, reply, payload) => {
      if (reply.statusCode >= 400) return payload;
      const { tenant } = callOf(request);
      const ofTenant = (fact: object) => ({ ...fact, tenant });
      return Array.isArray(payload) ? payload.map(ofTenant) : ofTenant(payload as object);
    });
    scope.get<{ Querystring: { crmType?: CrmType; crmHost?: string } }>(
      `${apiPrefix}/connection`,
      { schema: list({ crmType, crmHost: text }) },
      async (request) => {
        await facts.checkConnection(callOf(request), crmOf(request.query));
        return { connected: true };
      },
    );
    scope.get<{ Querystring: { type: string; id: string; crmType?: CrmType; crmHost?: string } }>(
      `${apiPrefix}/records`,
      {
        schema: list({ type: text, id: text, crmType, crmHost: text }, ['type', 'id']),
      },
      async (request) => {
        const { type, id } = request.query;
        const crm = crmOf(request.query);
        return facts.subjectOf(callOf(request), { type: type.toLowerCase(), id: canonicalRecordId(id), crm });
      },
    );
    scope.get<{ Params: { id: string }; Querystring: { from?: number; to?: number; limit: number; offset: number } }>(
      `${apiPrefix}/subjects/:id/activities`,
      { schema: list({ from: time, to: time, ...range }) },
      async (request) => facts.activities(callOf(request), request.params.id, request.query),
    );
    scope.get<{ Params: { id: string }; Querystring: { limit: number; offset: number } }>(
      `${apiPrefix}/subjects/:id/agreements`,
      { schema: list(range) },
      async (request) => facts.agreements(callOf(request), request.params.id, request.query),
    );
    scope.get<{ Params: { id: string }; Querystring: { contact?: string } }>(
      `${apiPrefix}/accounts/:id/acquaintances`,
      { schema: list({ contact: text }) },
      async (request) => facts.acquaintances(callOf(request), request.params.id, request.query.contact),
    );
    scope.get<{ Params: { id: string } }>(`${apiPrefix}/accounts/:id/stakeholders`, async (request) =>
      facts.stakeholders(callOf(request), request.params.id),
    );
    scope.get<{ Querystring: { name: string } }>(
      `${apiPrefix}/accounts`,
      { schema: list({ name: text }, ['name']) },
      async (request) => facts.accounts(callOf(request), request.query.name),
    );
    scope.get<{ Querystring: { email: string[] } }>(
      `${apiPrefix}/people`,
      { schema: list({ email: { type: 'array', items: text, maxItems: bounds.people } }, ['email']) },
      async (request) => facts.people(callOf(request), request.query.email),
    );
    scope.get(`${apiPrefix}/content`, async (request) => facts.content(callOf(request)));
  };
}
