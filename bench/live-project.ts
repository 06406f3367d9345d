/** A partner's project for the bench: a connector made with the SDK, its text put together of a handler and of messages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../scripts/free-port.ts';

export interface LiveProject {
  /** The path of its saleskit.config.json. */
  readonly configuration: string;
  writeHandler(text: string): void;
  writeMessages(text: string): void;
  /** A handler that cannot be read; its line has `unexpected` with the number. */
  breakHandler(number: number): void;
}

const sdk = resolve(import.meta.dirname, '../src/connector/connector.ts');

/** Writes it into a folder; its definition is named by the URL that the program serves it at. */
export async function liveProject(folder: string): Promise<LiveProject> {
  const port = await freePort();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  mkdirSync(folder, { recursive: true });
  const configuration = join(folder, 'saleskit.config.json');
  const location = `http://127.0.0.1:${port}/apiDefinition.swagger.json`;
  write('package.json', '{ "type": "module" }');
  write('saleskit.config.json', JSON.stringify({ packages: [{ location, run: `node main.ts ${port}` }] }));
  write('main.ts', program);
  const project: LiveProject = {
    configuration,
    writeHandler: (text) => write('handler.ts', `export const text: string = ${JSON.stringify(text)};\n`),
    writeMessages: (text) => write('messages.json', JSON.stringify({ text })),
    breakHandler: (number) => write('handler.ts', `export const text: string = unexpected${number} here;\n`),
  };
  project.writeHandler('Handler as it was');
  project.writeMessages('Messages as they were');
  return project;
}

const program = `import { authenticationOff, connector, createService, listen } from ${JSON.stringify(sdk)};
import { text } from './handler.ts';
import messages from './messages.json' with { type: 'json' };

const hub = connector({
  title: 'Partner',
  description: 'Shows sellers what the partner knows about their customers.',
  version: '1.0',
  publisher: 'Partner',
  contact: { name: 'Support', url: 'https://example.com/support', email: 'support@example.com' },
  website: 'https://example.com',
  privacyPolicy: 'https://example.com/privacy',
  categories: ['Sales and CRM'],
  icon: { png: new Uint8Array(), brandColor: '#0b5c63' },
  auth: authenticationOff('tenant'),
  languages: ['en'],
  async opportunityInsights() {
    const words = text + ', ' + messages.text;
    return [{ title: words, description: words, dateTime: new Date(), additionalProperties: {} }];
  },
});
const service = await createService(hub, { logLevel: 'warn' });
await listen(service, hub, { host: '127.0.0.1', port: Number(process.argv[2]) });
`;
