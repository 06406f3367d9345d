/** `saleskit dev` with a partner's program: started, started anew, its failures told, ended. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Json } from './running-host.ts';
import {
  definitionWith,
  handlerWith,
  messagesWith,
  type PartnerProject,
  partnerProject,
} from './servers/partner-project.ts';

const main = join(import.meta.dirname, '../src/cli/main.ts');
const patience = { timeout: 15_000 };
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Starts `dev` in the project's folder, without Contoso Hub. */
async function dev(project: PartnerProject) {
  const child = spawn(process.execPath, [main, 'dev', '--port', '0', '--no-contoso-hub'], { cwd: project.folder });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  const closed = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await closed;
  };
  ends.push(async () => {
    await stop();
    project.remove();
  });
  while (!output.stdout.includes('\n')) await Promise.race([once(child.stdout, 'data'), closed]);
  const address = output.stdout.trim();
  const get = async (path: string): Promise<Json> => (await fetch(`${address}${path}`)).json();
  const post = async (path: string, body: object): Promise<Json> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const shown = async () => {
    const asked = await post('/api/surfaces/opportunity-insights', { record: 'opportunity:1' });
    return asked.sections[0]?.bullets[0]?.text ?? asked.sections[0]?.outcome;
  };
  return { address, output, get, post, shown, stop };
}

test('the program answers when the address is printed, and answers anew when a handler or a message has changed', async () => {
  const project = await partnerProject();
  const { shown, output, get } = await dev(project);
  expect(await shown()).toBe('The first text.');
  expect(output.stderr).toContain('[package] up\n');
  expect(await get('/api/failures')).toEqual([]);
  project.write('src/handler.ts', handlerWith('The second text.'));
  await expect.poll(shown, patience).toBe('The second text.');
  project.write('src/messages.json', messagesWith('Quote sent'));
  const title = async () => JSON.stringify(await get('/api/calls'));
  await expect
    .poll(async () => [await shown(), (await title()).includes('Quote sent')], patience)
    .toEqual(['The second text.', true]);
});

test('an error is told with its place until it is mended; a call that waits for a start is answered', async () => {
  const project = await partnerProject();
  const { get, shown } = await dev(project);
  const failures = () => get('/api/failures');
  project.write('src/handler.ts', `${handlerWith('x')}\nconst broken: number = ;\n`);
  await expect.poll(failures, patience).toEqual([
    expect.objectContaining({
      kind: 'program',
      about: expect.stringMatching(/^node src\/main\.ts/),
      message: 'SyntaxError: Expression expected',
      file: join(project.folder, 'src/handler.ts'),
      line: 10,
      column: 24,
      excerpt: expect.arrayContaining([{ line: 10, text: 'const broken: number = ;' }]),
    }),
  ]);
  expect(await shown()).toBe('unreachable');
  const [{ explanation }] = await get('/api/calls');
  expect(explanation).toMatch(/^node src\/main\.ts \d+ has failed: SyntaxError: .* \(.*handler\.ts:10:24\)$/);
  project.write('src/handler.ts', handlerWith('Mended.'));
  await expect.poll(failures, patience).toEqual([]);
  expect(await shown()).toBe('Mended.');
});

test('a broken definition is told with its place, and its last state is called', async () => {
  const project = await partnerProject();
  const { get, shown } = await dev(project);
  const failures = () => get('/api/failures');
  project.write('package/apiDefinition.swagger.json', '{\n  "swagger": "2.0",\n  "info": ?\n}\n');
  await expect.poll(failures, patience).toEqual([
    expect.objectContaining({
      kind: 'package',
      about: join(project.folder, 'package'),
      file: join(project.folder, 'package/apiDefinition.swagger.json'),
      line: 3,
      excerpt: expect.arrayContaining([{ line: 3, text: '  "info": ?' }]),
    }),
  ]);
  await expect.poll(shown, patience).toBe('The first text.');
  project.write('package/apiDefinition.swagger.json', definitionWith('Renamed Quotes', project.address));
  await expect.poll(failures, patience).toEqual([]);
  expect((await get('/api/connectors'))[0].title).toBe('Renamed Quotes');
});

test('a package may be the URL at which the program serves its definition: it is there once the program is', async () => {
  const project = await partnerProject(true);
  project.write('src/handler.ts', `${handlerWith('x')}throw new TypeError('not yet');\n`);
  const { get, shown } = await dev(project);
  expect(await get('/api/connectors')).toEqual([]);
  expect(await get('/api/failures')).toMatchObject([{ message: 'TypeError: not yet', line: 9, column: 7 }]);
  project.write('src/handler.ts', handlerWith('Now.'));
  await expect.poll(shown, patience).toBe('Now.');
  project.write('package/apiDefinition.swagger.json', definitionWith('Renamed Quotes', project.address));
  await expect.poll(async () => (await get('/api/connectors'))[0].title, patience).toBe('Renamed Quotes');
});

test('lint tells of each action what stands in it, and mends it in the file; pages of other sites may not', async () => {
  const project = await partnerProject();
  const exact = definitionWith('Partner Quotes', project.address);
  project.write('package/apiDefinition.swagger.json', exact.replace('"This action gets', '"this  action gets'));
  const { get, post, address } = await dev(project);
  const { findings, isMendable } = await get('/api/connectors/partner-quotes/lint');
  expect(isMendable).toBe(true);
  expect(findings.filter(({ fixable }: Json) => fixable)).toEqual([
    expect.objectContaining({
      rule: 'action-description-loose',
      concerns: [expect.stringMatching(/^\/paths\/.*\/get$/)],
      why: expect.stringMatching(/\w/),
    }),
  ]);
  const foreign = await fetch(`${address}/api/connectors/partner-quotes/mend`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://evil.example' },
    body: '{}',
  });
  expect(foreign.status).toBe(400);
  const { files } = await post('/api/connectors/partner-quotes/mend', {});
  expect(files).toMatchObject([
    {
      findings: [{ rule: 'action-description-loose' }],
      changes: [{ before: [expect.stringContaining('this  action')] }],
    },
  ]);
  expect(readFileSync(join(project.folder, 'package/apiDefinition.swagger.json'), 'utf8')).toBe(exact);
  expect((await get('/api/connectors/partner-quotes/lint')).findings.some(({ fixable }: Json) => fixable)).toBe(false);
});

test('the end of dev is the end of the program, even of one that does not listen to signals', async () => {
  const project = await partnerProject();
  project.write('src/handler.ts', `process.on('SIGTERM', () => {});\n${handlerWith('Stubborn.')}`);
  const { stop, shown } = await dev(project);
  expect(await shown()).toBe('Stubborn.');
  await stop();
  await expect(fetch(project.address)).rejects.toThrow();
});
