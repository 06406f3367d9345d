import { expect, test } from 'vitest';
import { exampleConnector, paths } from './example-connector.ts';
import { createService } from './service.ts';

const query = 'recordType=opportunity&recordId=x';

test('while the shared throttle is away an instance counts for itself, and says so once', async () => {
  const lines: string[] = [];
  const app = await createService(exampleConnector(), {
    throttle: { calls: 2, seconds: 60, shared: 'redis://127.0.0.1:9' },
    logTo: { write: (line) => lines.push(line) },
  });
  const statuses = [];
  for (let call = 0; call < 3; call++) statuses.push((await app.inject(`${paths.records}?${query}`)).statusCode);
  await app.close();
  expect(statuses).toEqual([200, 200, 429]);
  expect(lines.filter((line) => line.includes('counts for itself'))).toHaveLength(1);
});

test('what is no address of one is refused, without its password', async () => {
  const throttle = { calls: 1, seconds: 1, shared: 'http://user:secret@localhost' };
  const started = createService(exampleConnector(), { throttle });
  await expect(started).rejects.toMatchObject({
    code: 'USAGE',
    message: 'The address of a shared throttle is such as redis://localhost:6379.',
  });
});
