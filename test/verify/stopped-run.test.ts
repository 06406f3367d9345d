/** Ctrl-C in the middle of a run: the report so far, and an exit code that is not green. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goodConnector, listenPlain } from '../servers/plain-connector.ts';

const root = join(import.meta.dirname, '../..');

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends with %i and a report on standard output', async (signal, expected) => {
  let hasBegun: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  let calls = 0;
  const server = await listenPlain((request, response, body) => {
    calls++;
    // The first call is answered, the second hangs until the run is stopped.
    if (calls === 1) return goodConnector(request, response, body);
    hasBegun();
  });
  const args = [
    'verify',
    'contoso-hub/package',
    '--url',
    server.address,
    '--points',
    'record-details',
    '--format',
    'json',
  ];
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { cwd: root });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  await begun;
  child.kill(signal);
  const [code] = await once(child, 'close');
  await server.close();
  expect([code, output.stderr]).toEqual([
    expected,
    'Stopping; the report comes with what was seen so far. Once more ends at once, without it.\nStopped: the report has what was seen so far.\n',
  ]);
  const report = JSON.parse(output.stdout);
  expect(report).toMatchObject({
    isStopped: true,
    requests: { requests: 2 },
    shown: { 'record-details': { verdict: 'shown' } },
  });
  expect(report.summary['could-not-run']).toBeGreaterThan(0);
});
