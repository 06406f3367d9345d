import { expect, test } from 'vitest';
import { readCommand, UsageError } from './command-line.ts';

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
    CONTOSO_HUB_BACK_END: 'http://env',
  };
  expect(readCommand(['serve', '--port', '2', '--throttle', 'off'], environment)).toMatchObject({
    port: 2,
    store: 'env.db',
    legacy: true,
    throttle: undefined,
    backEnd: new URL('http://env'),
  });
});

test('generate makes ten activities a record', () => {
  expect(readCommand(['generate', '--records', '5', '--store', 'x.db'], {})).toEqual({
    command: 'generate',
    records: 5,
    activities: 50,
    store: 'x.db',
    seed: 1,
  });
});

test.each([
  [['bake'], /no command "bake"/],
  [['--prot', '1'], /--prot/],
  [['--port', 'x'], /--port is a whole number from 0 to 65535/],
  [['--port', '70000'], /--port/],
  [['--auth', 'basic'], /off, entra/],
  [['--auth', 'entra'], /--audience/],
  [['--throttle', '0/60'], /CALLS\/SECONDS/],
  [['--back-end', 'localhost'], /--back-end is an address/],
  [['--log-level', 'loud'], /--log-level is one of/],
  [['generate', '--records', '5'], /--store FILE/],
  [['generate', '--records', '0', '--store', 'x.db'], /--records/],
])('%j tells what is wrong', (args, words) => {
  expect(() => readCommand(args, {})).toThrow(UsageError);
  expect(() => readCommand(args, {})).toThrow(words);
});
