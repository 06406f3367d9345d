import { expect, test } from 'vitest';
import { messagesOf } from './mail-content.ts';

test('a thread is read message by message, the newest first', () => {
  expect(messagesOf({ plaintextBody: 'A\r\n\r\nB\r\n________\r\nC\r\n________\r\nD' })).toEqual(['A\n\nB', 'C', 'D']);
});

test('a mail in HTML alone is read by its words', () => {
  const fullHtmlBody = '<p>Hello <b>there</b></p><script>window.broken = true</script><img src="x" onerror="y">';
  expect(messagesOf({ fullHtmlBody })).toEqual(['Hello there']);
});
