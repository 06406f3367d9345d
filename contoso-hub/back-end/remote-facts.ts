/** Facts from the application's REST API in another process. The call's headers go along (G11), and the user's token. */
import { ConnectorError } from 'saleskit/connector';
import { errors } from 'saleskit/contract';
import { type Asker, bounds, type Facts } from '../facts.ts';
import { isPossible, recordNotFound } from '../failures.ts';
import { apiPrefix } from './rest-api.ts';

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** What the back end's answer about the record or the user is; everything else is trouble between us and it. */
const passedOn = new Set<string>(
  errors.filter(({ documented, status }) => documented && status < 500).map((error) => error.errorCode),
);
const readyTimeout = 2000;
const longestName = 500;

export function remoteFacts(backEnd: URL): Facts {
  const base = backEnd.pathname.replace(/\/$/, '');
  const ask = async <Answer>(asker: Asker, path: string, query: Query = {}): Promise<Answer> => {
    const url = new URL(`${base}${apiPrefix}${path}`, backEnd);
    for (const [name, value] of Object.entries(query)) {
      for (const each of [value ?? []].flat()) url.searchParams.append(name, String(each));
    }
    const response = await asker.fetch(url, { headers: asker.token ? { authorization: `Bearer ${asker.token}` } : {} });
    if (!response.ok) throw await failureOf(response);
    return (response.json() as Promise<Answer>).catch((cause: unknown): never => {
      throw new ConnectorError('SERVICE_UNAVAILABLE', 'The back end answers what is no JSON.', { cause });
    });
  };
  const subject = (id: string) => `/subjects/${encodeURIComponent(id)}`;
  const account = (id: string) => `/accounts/${encodeURIComponent(id)}`;

  return {
    async checkConnection(asker, crm) {
      await ask(asker, '/connection', { crmType: crm.type, crmHost: crm.host });
    },
    async subjectOf(asker, reference) {
      if (!isPossible(reference)) throw recordNotFound(reference);
      const { type, id, crm } = reference;
      return ask(asker, '/records', { type, id, crmType: crm.type, crmHost: crm.host });
    },
    activities: (asker, id, { from, to, limit, offset }) =>
      ask(asker, `${subject(id)}/activities`, { from, to, limit, offset }),
    agreements: (asker, id, { limit, offset }) => ask(asker, `${subject(id)}/agreements`, { limit, offset }),
    people: async (asker, emails) =>
      emails.length === 0 ? [] : ask(asker, '/people', { email: emails.slice(0, bounds.people) }),
    acquaintances: (asker, id, contact) => ask(asker, `${account(id)}/acquaintances`, { contact }),
    stakeholders: (asker, id) => ask(asker, `${account(id)}/stakeholders`),
    accounts: async (asker, name) => (name.length > longestName ? [] : ask(asker, '/accounts', { name })),
    content: (asker) => ask(asker, '/content'),
    async ready() {
      const response = await fetch(new URL(`${base}/health/ready`, backEnd), {
        signal: AbortSignal.timeout(readyTimeout),
      });
      if (!response.ok) throw new Error(`The back end answers ${response.status} to GET /health/ready.`);
    },
    async close() {},
  };
}

async function failureOf(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => ({}))) as {
    errorCode?: string;
    errorMessage?: string;
    details?: Record<string, string>;
  };
  const { errorCode = '', errorMessage = '', details } = body;
  if (passedOn.has(errorCode)) {
    return new ConnectorError(errorCode as ConnectorError['code'], errorMessage, details ? { details } : {});
  }
  const cause = new Error(`The back end answered ${response.status} ${errorCode}.`);
  return new ConnectorError('SERVICE_UNAVAILABLE', 'The back end does not answer as it should.', { cause });
}
