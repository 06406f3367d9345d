/** Contoso Hub, listening on a free port of this machine, for tests that cross rooms. */
import { readCommand, type ServeSettings } from '../contoso-hub/command-line.ts';
import { serve } from '../contoso-hub/serve.ts';

export interface RunningHub {
  readonly address: string;
  get(path: string, query?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export const opportunity = {
  dynamics: '50cafe00-a100-4000-8000-000000000001',
  salesforce: '0065i00000A1CaFAAV',
} as const;
export const account = { dynamics: 'f047c0ff-ee00-4000-8000-000000000001', salesforce: '0015i00000F04CeAAJ' } as const;
export const emptyOpportunity = {
  dynamics: '00000000-0000-4000-8000-000000000e01',
  salesforce: '0065i00000EmptYAAR',
} as const;

export const paths = {
  recordDetails: '/api/enhanceskills/related-records',
  recordSummary: '/api/enhanceskills/related-activities',
  opportunityInsights: '/api/enhanceskills/sales-highlights',
  emailSummary: '/api/enhanceskills/email-insights-v2',
  emailSummaryV1: '/api/enhanceskills/email-insights',
  emailDraft: '/api/enhanceskills/content-suggestions',
  keyStakeholders: '/api/chatskills/chat-about-key-stakeholders',
} as const;

/** Starts Contoso Hub with these arguments; port 0 and a quiet log unless they say otherwise. */
export async function startHub(...args: string[]): Promise<RunningHub> {
  const settings = readCommand(['serve', '--port', '0', '--log-level', 'silent', ...args], {}) as ServeSettings;
  const { address, close } = await serve(settings);
  return {
    address,
    get: (path, query = {}, headers = {}) => fetch(`${address}${path}?${new URLSearchParams(query)}`, { headers }),
    post: (path, body, headers = {}) =>
      fetch(`${address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close,
  };
}
