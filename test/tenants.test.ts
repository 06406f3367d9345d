import { expect, test } from 'vitest';
import { apiPrefix } from '../contoso-hub/back-end/rest-api.ts';
import { openStore } from '../contoso-hub/store/open-store.ts';
import { startHub } from './running-hub.ts';
import { tenantCase } from './tenants.cases.ts';

tenantCase('SQLite', () => openStore(':memory:'));

test('without a token every address but those of health, index and definition is closed', async () => {
  const auth = ['--auth', 'entra', '--issuer', 'http://127.0.0.1:9', '--audience', 'api://hub'];
  const hub = await startHub(...auth, '--mcp');
  const definition = (await (await hub.get('/apiDefinition.swagger.json')).json()) as { paths: Record<string, object> };
  const operations = Object.entries(definition.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method })),
  );
  const ofRestApi = ['connection', 'records', 'subjects/x/activities', 'accounts/x/stakeholders', 'people', 'content'];
  const closed = [
    ...operations,
    { path: '/mcp', method: 'post' },
    ...ofRestApi.map((path) => ({ path: `${apiPrefix}/${path}`, method: 'get' })),
  ];
  expect(closed.length).toBeGreaterThan(12);
  for (const { path, method } of closed) {
    const response = await (method === 'post' ? hub.post(path, {}) : hub.get(path));
    expect([path, response.status, response.headers.get('www-authenticate')]).toEqual([path, 401, expect.any(String)]);
  }
  for (const path of ['/', '/health/live', '/health/ready']) expect((await hub.get(path)).status).toBe(200);
  await hub.close();
});
