/** A second opinion: what verify finds right, Prism's proxy finds right by the same definition. https://stoplight.io/open-source/prism */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rivalEntry } from '../../bench/rivals/rivals.ts';
import { type OutgoingRequest, send } from '../../src/host/host.ts';
import { freePort } from '../free-port.ts';
import { type RunningHub, startHub } from '../running-hub.ts';
import { examine } from './examine.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
let hub: RunningHub;
let prism: ChildProcess;
let proxy: string;
beforeAll(async () => {
  const [entry, started, port] = await Promise.all([rivalEntry('prism'), startHub('--throttle', 'off'), freePort()]);
  hub = started;
  const definition = join(folder, 'definition.json');
  writeFileSync(definition, await (await hub.get('/apiDefinition.swagger.json')).text());
  const args = [entry, 'proxy', definition, hub.address, '--errors', '--port', String(port), '-v', 'error'];
  prism = spawn(process.execPath, args, { stdio: 'ignore' });
  proxy = `http://127.0.0.1:${port}`;
  while (!(await fetch(proxy).catch(() => undefined))) await pause(50);
}, 180_000);
afterAll(async () => {
  prism?.kill();
  await Promise.all([prism && once(prism, 'exit'), hub?.close()]);
  rmSync(folder, { recursive: true });
});

interface Opinion {
  readonly request: string;
  /** The connector's own status. */
  readonly status: number | null;
  readonly proxied: number | null;
  /** Prism's word for what it does not like. */
  readonly dislikes: string | undefined;
  readonly details: string;
}

/** Of what Prism refuses and Contoso Hub answers: why that is no fault. Accepting more than documented is none. */
const explained: readonly { readonly refusal: RegExp; readonly why: string }[] = [
  {
    refusal: /"location":\["(query|body)","top"\][^}]*"maximum"/,
    why: 'of more than 100 items the first 100 are answered',
  },
  { refusal: /NO_PATH_MATCHED_ERROR.*\/apiDefinition\.swagger\.json/, why: 'the definition does not declare itself' },
  { refusal: /errors#UNAUTHORIZED/, why: 'this Contoso Hub asks nobody for a token' },
];

test('no answer that verify calls right is wrong by the definition to Prism, and what Prism refuses is explained', async () => {
  const sent: { outgoing: OutgoingRequest; status: number | null }[] = [];
  const report = await examine(hub.address, {
    requests: 60,
    auth: 'token-1',
    transport: async (outgoing, _bearer, usual) => {
      const answer = await usual();
      sent.push({ outgoing, status: answer.status });
      return answer;
    },
  });
  expect(report.checks.filter(({ status, id }) => status === 'fail' && id !== 'safety-token-needed')).toEqual([]);
  const opinions = await Promise.all(sent.map((each) => opinionOf(each)));
  const violations = opinions.filter(({ dislikes }) => dislikes === 'VIOLATIONS');
  expect(violations).toEqual([]);
  const refused = opinions.filter(({ status, dislikes }) => dislikes !== undefined && status !== null && status < 300);
  const unexplained = refused.filter(({ details }) => !explained.some(({ refusal }) => refusal.test(details)));
  expect(unexplained).toEqual([]);
  const agreed = opinions.filter(({ status, proxied }) => status === proxied);
  expect(agreed.length).toBeGreaterThan(opinions.length / 2);
}, 60_000);

async function opinionOf({ outgoing, status }: { outgoing: OutgoingRequest; status: number | null }): Promise<Opinion> {
  const answer = await send({ ...outgoing, url: outgoing.url.replace(hub.address, proxy) }, { timeoutMs: 20_000 });
  const [, dislikes] = /prism\/errors#(\w+)/.exec(answer.body) ?? [];
  return {
    request: `${outgoing.method} ${outgoing.url} ${outgoing.body?.slice(0, 300) ?? ''}`,
    status,
    proxied: answer.status,
    dislikes,
    details: dislikes === undefined ? '' : answer.body.slice(0, 500),
  };
}
