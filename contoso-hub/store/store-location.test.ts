import { expect, test } from 'vitest';
import { isPostgres, storeName } from './store-location.ts';

test.each([
  ['hub.db', 'hub.db', false],
  [':memory:', ':memory:', false],
  ['postgres://hub:sesame@db.example.com:5433/hub?sslmode=verify-full', 'postgres://db.example.com:5433/hub', true],
  ['postgresql://db/hub?password=sesame', 'postgres://db/hub', true],
  ['postgres:///hub?host=/run/postgresql', 'postgres:///hub', true],
  ['postgres://hub:ses/ame@db/hub', 'postgres://…', true],
  ['postgres://hub:5432/ses?ame@db/hub', 'postgres://…', true],
  ['postgres://hub:ses#ame@db/hub', 'postgres://…', true],
  ['postgres://db/hub?password=ses@me', 'postgres://…', true],
  ['postgres://hub:sesame', 'postgres://…', true],
])('the store %j is named %j', (location, name, isServer) => {
  expect(storeName(location)).toBe(name);
  expect(isPostgres(location)).toBe(isServer);
});
