/** Four instances of Contoso Hub behind nginx: what one alone promises, they keep together. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ensureProgram } from '../scripts/debian-package.ts';
import { freePort } from './free-port.ts';
import { type HubProcess, startHubProcess } from './hub-process.ts';
import { opportunity, paths } from './running-hub.ts';

const calls = 1000;
const folder = mkdtempSync(join(tmpdir(), 'several-instances-'));
const children: ReturnType<typeof spawn>[] = [];
const hubs: HubProcess[] = [];
let ports: number[] = [];
let redisPort = 0;
let balancer = '';

beforeAll(async () => {
  const nginx = ensureProgram('nginx', 'nginx-light');
  const redis = ensureProgram('redis-server', 'redis-server');
  ports = await Promise.all([1, 2, 3, 4].map(freePort));
  redisPort = await freePort();
  const port = await freePort();
  balancer = `http://127.0.0.1:${port}`;
  run(redis, '--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder);
  writeFileSync(join(folder, 'nginx.conf'), nginxConfiguration(port));
  run(nginx, '-p', folder, '-c', 'nginx.conf', '-e', 'error.log');
  hubs.push(...(await Promise.all(ports.map(start))));
  await vi.waitFor(() => fetch(balancer));
}, 60_000);

afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
  for (const child of children) {
    child.kill();
    await once(child, 'close');
  }
  rmSync(folder, { recursive: true });
});

function run(program: string, ...args: string[]): void {
  children.push(spawn(program, args, { stdio: 'ignore' }));
}

function start(port: number): Promise<HubProcess> {
  const store = `redis://127.0.0.1:${redisPort}`;
  return startHubProcess(['--port', String(port), '--throttle', `${calls}/3600`, '--throttle-store', store]);
}

/** What docs/guide/several-instances.md shows, in one process and below a folder. */
function nginxConfiguration(port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${each};`);
  return `daemon off; master_process off; pid nginx.pid;
events {}
http {
  access_log off; ${temporary.join(' ')}
  upstream contoso-hub {
    ${ports.map((each) => `server 127.0.0.1:${each} max_fails=1 fail_timeout=1s;`).join('\n    ')}
    keepalive 16;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://contoso-hub;
      proxy_next_upstream error timeout http_503;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host localhost;
    }
  }
}
`;
}

async function get(): Promise<number> {
  const query = new URLSearchParams({ recordType: 'opportunity', recordId: opportunity.dynamics });
  const answer = await fetch(`${balancer}${paths.recordDetails}?${query}`);
  await answer.arrayBuffer();
  return answer.status;
}

async function post(): Promise<number> {
  const body = JSON.stringify({ resourceData: { subject: 'Lease', from: 'a@b.example', recipients: [], body: 'x' } });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${balancer}${paths.emailSummary}`, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  return answer.status;
}

/** Asks on so many connections as long as `isOn` says, and counts the answers by status. */
async function load(
  connections: number,
  ask: () => Promise<number>,
  isOn: () => boolean,
): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  const one = async () => {
    while (isOn()) {
      const status = await ask();
      counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return counts;
}

test('one that is killed under load loses no question', async () => {
  let left = 200;
  const killed = hubs[0] as HubProcess;
  const counts = await load(8, get, () => {
    if (left === 120) process.kill(killed.pid, 'SIGKILL');
    return left-- > 0;
  });
  expect(counts).toEqual({ 200: 200 });
});

test('a rolling restart loses no call, be it GET or POST', async () => {
  let isOn = true;
  const paced = (ask: () => Promise<number>) => async () => {
    const status = await ask();
    await new Promise((resolve) => setTimeout(resolve, 20));
    return status;
  };
  const loads = [get, post].map((ask) => load(1, paced(ask), () => isOn));
  for (const [index, port] of ports.entries()) {
    await hubs[index]?.close();
    hubs[index] = await start(port);
  }
  isOn = false;
  for (const counts of await Promise.all(loads)) expect(Object.keys(counts)).toEqual(['200']);
}, 60_000);

test('the limit of a connection holds for all of them together', async () => {
  const { createClient } = await import('@redis/client');
  const client = await createClient({ url: `redis://127.0.0.1:${redisPort}` }).connect();
  await client.flushAll();
  client.destroy();
  let left = calls + 100;
  expect(await load(16, get, () => left-- > 0)).toEqual({ 200: calls, 429: 100 });
});
