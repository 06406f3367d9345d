/** A foreign connector for the pane's tests: a definition written out here, a server that answers or dawdles. */
import { setTimeout } from 'node:timers/promises';
import { actionOf, extensionPoints, openApiDefinition } from '../../src/contract/contract.ts';
import { goodRecord, json, listenPlain, type PlainServer } from '../servers/plain-connector.ts';

export interface Fabrikam {
  readonly server: PlainServer;
  /** The text of its definition; the address that it names is the server's. */
  definition(title?: string, more?: object): string;
}

/** Record details and opportunity insights, answered after a while (milliseconds), at once, or never. */
export async function startFabrikam(delay = 0): Promise<Fabrikam> {
  const server = await listenPlain(async (request, response) => {
    if (delay === Number.POSITIVE_INFINITY) return;
    await setTimeout(delay);
    const isRecords = (request.url ?? '').includes('records');
    json(response, { value: [isRecords ? goodRecord : insight], hasMoreResults: false });
  });
  return {
    server,
    definition: (title = 'Fabrikam Quotes', more = {}) => JSON.stringify({ ...definitionOf(title, server), ...more }),
  };
}

const insight = {
  title: 'Quote viewed',
  description: 'The quote was viewed twice.',
  dateTime: '2026-11-20T10:00:00Z',
  additionalProperties: { Quote: 'Q-1' },
};

function definitionOf(title: string, { address }: PlainServer) {
  return openApiDefinition({
    title,
    description: 'Quotes for the pane.',
    version: '1.0',
    actions: [extensionPoints.recordDetails, extensionPoints.opportunityInsights].map((point) => actionOf(point)),
    testConnectionPath: '/test',
    host: new URL(address).host,
    scheme: 'http',
    contact: { name: 'Fabrikam', url: 'https://fabrikam.com', email: 'a@fabrikam.com' },
    website: 'https://fabrikam.com',
    privacyPolicy: 'https://fabrikam.com/privacy',
    categories: ['Sales and CRM'],
  });
}
