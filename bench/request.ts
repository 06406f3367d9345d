/** The request that is measured: a record summary, as Copilot for Sales sends it. */
import { generatedIds } from '../contoso-hub/data/generator.ts';
import { requestText } from './load.ts';

/** What Copilot for Sales sends along, but for the token. */
export const hostHeaders = {
  accept: 'application/json',
  'accept-language': 'en-US,en;q=0.9',
  'x-ms-user-agent': 'PowerPlatform/1.0 SalesCopilot/1.0 (Outlook)',
  'x-ms-client-request-id': '7d0c8a52-3f0b-4f6e-9d6c-0a1b2c3d4e5f',
} as const;

/** The path of a record's summary. */
export function summaryPath(recordId: string, skip = 0): string {
  const page = skip === 0 ? 'top=10' : `top=10&skip=${skip}`;
  return `/api/enhanceskills/related-activities?recordType=opportunity&recordId=${recordId}&${page}`;
}

export interface RequestOptions {
  /** The generated records that the store has. */
  readonly records: number;
  readonly skip?: number;
  /** Bearer tokens, used in turn. */
  readonly tokens?: readonly string[];
}

/** Makes requests for random opportunities, each with a request id of its own. */
export function summaryRequests({ records, skip, tokens }: RequestOptions): () => string {
  let count = 0;
  return () => {
    const id = `7d0c8a52-3f0b-4f6e-9d6c-${(++count).toString(16).padStart(12, '0')}`;
    const token = tokens?.[count % tokens.length];
    return requestText(summaryPath(randomOpportunity(records), skip), {
      ...hostHeaders,
      'x-ms-client-request-id': id,
      ...(token && { authorization: `Bearer ${token}` }),
    });
  };
}

/** The id of any of the generated opportunities: of ten records, the first is an account. */
export function randomOpportunity(records: number): string {
  const index = Math.floor(Math.random() * records);
  return generatedIds(index % 10 === 0 ? index + 1 : index).dynamics;
}
