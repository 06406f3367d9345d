import { expect, test } from 'vitest';
import { readCommand } from './command-line.ts';
import { UsageError } from './usage-error.ts';

test('the defaults serve the sample on this machine only', () => {
  expect(readCommand([], {})).toMatchObject({
    command: 'serve',
    host: '127.0.0.1',
    port: 8080,
    store: ':memory:',
    auth: 'off',
    throttle: { calls: 100, seconds: 60 },
    legacy: false,
  });
});

test('arguments go before the environment, the environment before defaults', () => {
  const environment = {
    CONTOSO_HUB_PORT: '1',
    CONTOSO_HUB_STORE: 'env.db',
    CONTOSO_HUB_LEGACY: 'true',
  };
  expect(readCommand(['serve', '--port', '2', '--throttle', 'off'], environment)).toMatchObject({
    port: 2,
    store: 'env.db',
    legacy: true,
    throttle: undefined,
  });
});

test('an environment variable that is neither true nor false is refused', () => {
  expect(() => readCommand([], { CONTOSO_HUB_LEGACY: 'maybe' })).toThrow(/CONTOSO_HUB_LEGACY is true or false/);
});

test('generate makes ten activities a record', () => {
  expect(readCommand(['generate', '--records', '5', '--store', 'x.db'], {})).toEqual({
    command: 'generate',
    records: 5,
    activities: 50,
    store: 'x.db',
    seed: 1,
    sampleHome: { tenant: undefined, crmHost: undefined },
  });
});

test.each([
  ['serve', '--auth', 'entra', '--audience', 'hub'],
  ['generate', '--store', 'x.db'],
])('%s puts the sample into the tenant and the CRM that are named', (...args) => {
  const settings = readCommand([...args, '--tenant', 'mine'], {
    CONTOSO_HUB_SAMPLE_CRM: 'https://Mine.crm4.dynamics.com/',
  });
  expect(settings).toMatchObject({ sampleHome: { tenant: 'mine', crmHost: 'mine.crm4.dynamics.com' } });
});

const withBackEnd = [
  ...['--auth', 'entra', '--audience', 'hub', '--back-end', 'https://api.contoso.com'],
  ...['--back-end-scope', 'api://facts/read'],
];

test('tokens are exchanged at the issuer, by default at the tenant of the user at Entra ID, with a secret of the environment', () => {
  const environment = { CONTOSO_HUB_CLIENT_SECRET: 'of-the-hub' };
  expect(readCommand(withBackEnd, environment)).toMatchObject({
    onBehalfOf: {
      issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
      clientId: 'hub',
      clientSecret: 'of-the-hub',
      scope: 'api://facts/read',
      grant: 'on-behalf-of',
    },
  });
  const own = ['--issuer', 'http://127.0.0.1:8102', '--client-id', 'other', '--back-end-grant', 'token-exchange'];
  expect(readCommand([...withBackEnd, ...own], environment)).toMatchObject({
    onBehalfOf: { issuer: 'http://127.0.0.1:8102', clientId: 'other', grant: 'token-exchange' },
  });
  expect(readCommand(['--back-end', 'http://x'], environment)).toMatchObject({ onBehalfOf: undefined });
});

test.each([
  [['bake'], /no command "bake"/],
  [['--prot', '1'], /--prot/],
  [['--port', 'x'], /--port is a whole number from 0 to 65535/],
  [['--port', '70000'], /--port/],
  [['--auth', 'basic'], /off, entra/],
  [['--auth', 'entra'], /--audience/],
  [['--throttle', '0/60'], /CALLS\/SECONDS/],
  [['--throttle-store', 'http://localhost'], /redis:\/\/localhost:6379/],
  [['--back-end', 'localhost'], /--back-end is an address/],
  [withBackEnd, /secret of the client in CONTOSO_HUB_CLIENT_SECRET/],
  [[...withBackEnd, '--client-secret', 'x'], /--client-secret/],
  [['--back-end', 'http://x', '--back-end-scope', 'x'], /needs --back-end and --auth entra/],
  [['--back-end', 'http://x', '--client-id', 'x'], /need --back-end-scope/],
  [['--audience', 'x'], /need --auth entra/],
  [['--back-end', 'http://x', '--store', 'x.db'], /exclude each other/],
  [['--back-end', 'http://x', '--sample-crm', 'x.crm.dynamics.com'], /--back-end and --sample-crm exclude/],
  [['--sample-crm', 'not a host'], /--sample-crm is an address/],
  [['--public-url', 'https://x.com/hub'], /has no path/],
  [['--throttle', '1/99999999999'], /a day at most/],
  [['--port', '-1'], /^Option '--port' argument is ambiguous\.$/],
  [['--log-level', 'loud'], /--log-level is one of/],
  [['generate', '--records', '5'], /--store FILE/],
  [['generate', '--records', '0', '--store', 'x.db'], /--records/],
])('%j tells what is wrong', (args, words) => {
  expect(() => readCommand(args, {})).toThrow(UsageError);
  expect(() => readCommand(args, {})).toThrow(words);
});
