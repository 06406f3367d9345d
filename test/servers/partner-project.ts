/** A partner's project as `dev` runs it: a configuration, a program with a handler and messages, and a package. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionOf, extensionPoints, openApiDefinition } from '../../src/contract/contract.ts';
import { freePort } from '../free-port.ts';

export interface PartnerProject {
  readonly folder: string;
  readonly address: string;
  /** Writes one of its files, by its path in the folder. */
  write(path: string, text: string): void;
  remove(): void;
}

/** The text of the program's messages. */
export const messagesWith = (title: string) => JSON.stringify({ title });

/** The handler, with the text that it answers as a description. */
export const handlerWith = (description: string) => `import { readFileSync } from 'node:fs';
const { title } = JSON.parse(readFileSync(new URL('messages.json', import.meta.url), 'utf8'));
export const insight = (): object => ({
  title,
  description: ${JSON.stringify(description)},
  dateTime: '2026-11-20T10:00:00Z',
  additionalProperties: { Quote: 'Q-1' },
});
`;

const program = `import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { insight } from './handler.ts';
createServer((request, response) => {
  const isDefinition = request.url === '/apiDefinition.swagger.json';
  const body = isDefinition
    ? readFileSync(new URL('../package/apiDefinition.swagger.json', import.meta.url), 'utf8')
    : JSON.stringify({ value: [insight()], hasMoreResults: false });
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}).listen(Number(process.argv[2]), '127.0.0.1', () => console.log('up'));
`;

/** The definition of its package. */
export const definitionWith = (title: string, address: string) =>
  JSON.stringify(
    openApiDefinition({
      title,
      description: 'Quotes of a partner.',
      version: '1.0',
      actions: [actionOf(extensionPoints.opportunityInsights)],
      testConnectionPath: '/test',
      host: new URL(address).host,
      scheme: 'http',
      contact: { name: 'Partner', url: 'https://example.com', email: 'a@example.com' },
      website: 'https://example.com',
      privacyPolicy: 'https://example.com/privacy',
      categories: ['Sales and CRM'],
    }),
    null,
    2,
  );

/** Writes the project; `isServed` names the package by the URL at which the program serves its definition. */
export async function partnerProject(isServed = false): Promise<PartnerProject> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('src/main.ts', program);
  write('src/messages.json', messagesWith('Quote viewed'));
  write('src/handler.ts', handlerWith('The first text.'));
  write('package.json', '{ "type": "module" }');
  write('package/apiDefinition.swagger.json', definitionWith('Partner Quotes', address));
  const run = `node src/main.ts ${port}`;
  const own = isServed
    ? { location: `${address}/apiDefinition.swagger.json`, run }
    : { location: './package', run, url: address };
  write('saleskit.config.json', JSON.stringify({ packages: [own] }));
  return { folder, address, write, remove: () => rmSync(folder, { recursive: true }) };
}
