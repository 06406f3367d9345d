import { expect, test } from 'vitest';
import { renewed } from './renewed.ts';

function provider(lifetime: number | undefined) {
  let [time, fetched] = [0, 0];
  const token = renewed(
    async () => ({ token: `token-${++fetched}`, expiresAt: lifetime === undefined ? undefined : time + lifetime }),
    () => time,
  );
  const at = (moment: number) => {
    time = moment;
    return token();
  };
  return { token, at, fetched: () => fetched };
}

test('a token is kept until a minute before its end', async () => {
  const { at } = provider(3_600_000);
  expect([await at(0), await at(3_539_000), await at(3_540_000)]).toEqual(['token-1', 'token-1', 'token-2']);
});

test('a token of a short life is renewed after half of it', async () => {
  const { at } = provider(10_000);
  expect([await at(0), await at(4999), await at(5000)]).toEqual(['token-1', 'token-1', 'token-2']);
});

test('a token without an end is kept', async () => {
  const { at } = provider(undefined);
  expect([await at(0), await at(1e12)]).toEqual(['token-1', 'token-1']);
});

test('those who ask at once share one', async () => {
  const { token, fetched } = provider(3_600_000);
  expect(await Promise.all([token(), token(), token()])).toEqual(['token-1', 'token-1', 'token-1']);
  expect(fetched()).toBe(1);
});

test('after a failure it is tried again', async () => {
  let tries = 0;
  const token = renewed(async () => {
    if (tries++ === 0) throw new Error('not now');
    return { token: 'late' };
  });
  await expect(token()).rejects.toThrow('not now');
  expect(await token()).toBe('late');
});
