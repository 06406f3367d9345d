/** Memory stays flat: what a call takes is given back. `npm run bench -- soak` tries it for ten minutes, as a process. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Authentication } from './authentication.ts';
import { exampleConnector, paths } from './example-connector.ts';
import { createService } from './service.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Of each call another caller: whatever is kept by caller, token or request id would grow. */
const everyoneElse: Authentication = {
  open: false,
  identify: (authorization) => ({ tenant: authorization ?? '', user: 'u', client: 'c' }),
};

test('five thousand calls of five thousand callers, good and bad, leave less than a hundred bytes each', async () => {
  const connector = exampleConnector({ auth: everyoneElse });
  const app = await createService(connector, { logLevel: 'silent' });
  const call = (count: number) => {
    const headers = { authorization: `Bearer ${count}`, 'x-ms-client-request-id': `request-${count}` };
    const recordId = ['who', 'unknown', 'x', 'bug', ''][count % 5];
    return count % 6 === 0
      ? app.inject({ method: 'POST', url: paths.mail, headers, payload: { resourceData: { subject: `${count}` } } })
      : app.inject({ url: paths.records, query: { recordType: 'opportunity', recordId: recordId ?? '' }, headers });
  };
  const heapAfter = async (from: number, calls: number) => {
    for (let count = from; count < from + calls; count += 50)
      await Promise.all(Array.from({ length: 50 }, (_, index) => call(count + index)));
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = await heapAfter(0, 2500);
  const after = await heapAfter(2500, 5000);
  expect((after - before) / 5000).toBeLessThan(100);
  await app.close();
});
