import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { messageLines, type Refusal } from './message-lines.ts';

async function sifted(...chunks: readonly Uint8Array[]): Promise<{ taken: string; refused: readonly unknown[] }> {
  const refusals: Refusal[] = [];
  const lines = messageLines((refusal) => refusals.push(refusal));
  const taken = text(lines);
  for (const chunk of chunks) lines.write(chunk);
  lines.end();
  return { taken: await taken, refused: refusals.map(({ id, error }) => [id, error.code]) };
}

test('messages go through, whatever chunks they come in', async () => {
  const messages = '{"jsonrpc":"2.0","id":1,"method":"ü"}\r\n\n{"jsonrpc":"2.0","id":1,"result":{}}\n';
  const bytes = Buffer.from(messages);
  const middle = bytes.indexOf('ü') + 1;
  const { taken, refused } = await sifted(bytes.subarray(0, middle), bytes.subarray(middle));
  expect([taken, refused]).toEqual([messages, []]);
});

test.each([
  ['{not json', null, -32_700],
  ['[{"jsonrpc":"2.0","id":1,"method":"ping"}]', null, -32_600],
  ['null', null, -32_600],
  ['{"id":78,"method":"ping"}', 78, -32_600],
  ['{"jsonrpc":"2.0","id":{},"method":"ping"}', null, -32_600],
])('%s is refused, and what follows is taken', async (line, id, code) => {
  const next = '{"jsonrpc":"2.0","method":"x"}\n';
  expect(await sifted(Buffer.from(`${line}\n${next}`))).toEqual({ taken: next, refused: [[id, code]] });
});
