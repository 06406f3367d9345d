/** A small connector for the tests of this room: each word as recordId makes its handler do something. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Authentication, authenticationOff } from './authentication.ts';
import { ConnectorError } from './connector-error.ts';
import type { Connector, ConnectorOptions } from './connector-options.ts';
import type { Context } from './context.ts';
import { connector } from './define-connector.ts';

export const paths = { records: '/records', mail: '/mail' };

const behaviours: Record<string, (context: Context) => unknown> = {
  bug: () => {
    throw new Error('A secret of the implementation.');
  },
  incomplete: () => [{ title: 'No description' }],
  unknown: () => {
    throw new ConnectorError('RECORD_NOT_FOUND', 'No such record.', { details: { resourceType: 'opportunity' } });
  },
  slow: async (context) => {
    await wait(60_000, undefined, { signal: context.signal });
  },
  stubborn: () => wait(400, []),
  moment: () => wait(150, []),
  who: ({ tenant, user, language, clientRequestId }) => [
    {
      title: tenant,
      description: user,
      dateTime: '2026-01-01T00:00:00Z',
      additionalProperties: { language, clientRequestId },
    },
  ],
};

export function exampleConnector(options: Partial<ConnectorOptions> & { auth?: Authentication } = {}): Connector {
  return connector({
    title: 'Example',
    description: 'An example for the tests of the SDK, which does what its recordId says.',
    version: '1.0',
    publisher: 'Example',
    contact: { name: 'Example', url: 'https://example.com', email: 'info@example.com' },
    website: 'https://example.com',
    privacyPolicy: 'https://example.com/privacy',
    categories: ['Sales and CRM'],
    icon: { png: new Uint8Array(), brandColor: '#123456' },
    auth: authenticationOff('tenant-1'),
    languages: ['en', 'fr'],
    paths: { recordSummary: paths.records, emailSummary: paths.mail },
    recordSummary: async ({ recordId }, context) => ((await behaviours[recordId]?.(context)) ?? []) as never,
    emailSummary: ({ resourceData }) => [{ insight: resourceData.subject ?? 'no subject' }],
    ...options,
  });
}
