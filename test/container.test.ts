/** The images, without Docker: its linter's view, the schema of compose.yaml, and the steps of the Dockerfile carried out. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, matchesGlob } from 'node:path';
import { Ajv } from 'ajv';
import { validate } from 'dockerfile-utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { secretVariable, usage } from '../contoso-hub/command-line.ts';
import composeSchema from './compose-spec.excerpt.json' with { type: 'json' };
import { buildStage, type Image } from './dockerfile-stages.ts';
import { freePort } from './free-port.ts';
import { packageSources } from './packed-saleskit.ts';
import type { Json } from './running-host.ts';

const root = join(import.meta.dirname, '..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'container-'));
const dockerfile = text('Dockerfile');
const compose: Json = parse(text('compose.yaml'), { merge: true });
afterAll(() => rmSync(folder, { recursive: true }));

test('the linter has nothing to say about the Dockerfile', () => {
  expect(validate(dockerfile)).toEqual([]);
  expect(validate(`${dockerfile}\nHEALTHCHEK NONE`)).toHaveLength(1);
});

test('images have the Node that the project is tested with', () => {
  const { version } = JSON.parse(text('package-lock.json')).packages['node_modules/node'];
  expect(dockerfile, 'Give NODE_VERSION of the Dockerfile the version of package-lock.json.').toContain(
    `ARG NODE_VERSION=${version}\n`,
  );
  expect(dockerfile.match(/^FROM \S+:/gm)).toEqual(['FROM node:', 'FROM node:']);
});

test('compose.yaml fits its schema, and its services may do no more than they need', () => {
  const fits = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(composeSchema);
  expect(fits(compose), JSON.stringify(fits.errors)).toBe(true);
  for (const service of Object.values<Json>(compose.services)) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(service.ports ?? []).toEqual((service.ports ?? []).filter((port: string) => port.startsWith('127.0.0.1:')));
  }
});

test('the guides name variables that Contoso Hub reads', () => {
  const variableOf = (option: string) => `CONTOSO_HUB_${option.toUpperCase().replaceAll('-', '_')}`;
  const read = new Set([...usage.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => variableOf(option)));
  for (const page of ['containers', 'azure', 'dev-tunnels']) {
    const named = text(`docs/guide/${page}.md`).match(/CONTOSO_HUB_[A-Z_]+/g) ?? [];
    expect(named.filter((name) => !read.has(name) && name !== secretVariable)).toEqual([]);
  }
});

/** What .dockerignore lets through: names after !, without what its patterns name. */
function copyContext(place: string): void {
  const lines = text('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines.shift()).toBe('*');
  const left = lines.filter((line) => !line.startsWith('!'));
  for (const name of lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))) {
    const wanted = (path: string) => !left.some((pattern) => matchesGlob(path.slice(root.length + 1), pattern));
    cpSync(join(root, name), join(place, name), { recursive: true, filter: wanted });
  }
}

/** uid and gid of the user that images of Node bring; without being root there is no choice. */
const nobodyElse = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

function give(place: string): void {
  if (nobodyElse.uid !== undefined) chownSync(place, nobodyElse.uid, nobodyElse.gid);
}

function run(command: string, cwd: string): void {
  // What it would install is here already.
  if (command.startsWith('npm ci ')) {
    symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'));
    return;
  }
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

const context = join(folder, 'context');
let image: Image;
beforeAll(() => {
  mkdirSync(context);
  copyContext(context);
  chmodSync(folder, 0o755);
  image = buildStage({ dockerfile, context, folder: join(folder, 'stages'), run, own: give }, 'contoso-hub');
}, 120_000);

test('Docker is given all that the package is built of', () => {
  const template = globSync('src/scaffold/template/{*,!(node_modules)/**/*.*}', { cwd: root });
  const missing = [...packageSources(), ...template].filter((name) => !existsSync(join(context, name)));
  expect(missing).toEqual([]);
});

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; stderr: string }>;
}

function start([command = '', ...args]: readonly string[], environment: Record<string, string> = {}): Started {
  const env = { PATH: dirname(process.execPath), ...image.environment, ...environment };
  const cwd = join(image.root, image.workdir);
  const child = spawn(command, args, { cwd, env, ...nobodyElse, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  return { child, ended: once(child, 'close').then(([code]) => ({ code, stderr })) };
}

test('Contoso Hub does not start in its container without authentication, and says what is missing', async () => {
  expect(image).toMatchObject({ user: 'node', environment: { NODE_ENV: 'production' } });
  const { code, stderr } = await start(image.entrypoint).ended;
  expect([code, stderr]).toEqual([2, expect.stringMatching(/Authentication is off.*--auth.*contoso-hub --help/s)]);
});

test('with authentication it starts as a user of its own, is found healthy, keeps its data and ends with grace', async () => {
  const environment = {
    CONTOSO_HUB_PORT: String(await freePort()),
    CONTOSO_HUB_AUTH: 'entra',
    CONTOSO_HUB_AUDIENCE: '00000000-0000-0000-0000-00000000000a',
    CONTOSO_HUB_STORE: join(image.root, 'data/hub.db'),
    CONTOSO_HUB_LOG_LEVEL: 'warn',
  };
  expect((await start(image.healthcheck, environment).ended).code).toBe(1);
  const { child, ended } = start(image.entrypoint, environment);
  const [address] = await Promise.race([
    once(child.stdout as NodeJS.ReadableStream, 'data'),
    ended.then(({ stderr }) => [stderr]),
  ]);
  expect(String(address)).toMatch(`:${environment.CONTOSO_HUB_PORT}\n`);
  expect((await start(image.healthcheck, environment).ended).code).toBe(0);
  const asked = `http://127.0.0.1:${environment.CONTOSO_HUB_PORT}/api/enhanceskills/related-activities`;
  expect((await fetch(asked)).status).toBe(401);
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, stderr: '' });
  expect(existsSync(environment.CONTOSO_HUB_STORE)).toBe(true);
});
