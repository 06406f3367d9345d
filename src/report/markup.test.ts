import { expect, test } from 'vitest';
import { markup } from './markup.ts';

test('whatever stands in a template is escaped, unless it is HTML already', () => {
  const inner = markup`<b>${'a <b> & "c" \'d\' `e`'}</b>`;
  expect(markup`<p title="${'"><script>'}">${inner}${[1, markup`<i></i>`]}</p>`.html).toBe(
    '<p title="&#34;&#62;&#60;script&#62;"><b>a &#60;b&#62; &#38; &#34;c&#34; &#39;d&#39; &#96;e&#96;</b>1<i></i></p>',
  );
});

test('nothing stands for undefined, null and false; zero and the empty text are kept', () => {
  expect(markup`${undefined}${null}${false}${0}${''}|`.html).toBe('0|');
});

test('what cannot be seen, or turns the direction of writing, is written out', () => {
  expect(markup`${'a\u0000\u001b[31m\u0085\u202e\ud800 \t\n\u{1f600}é'}`.html).toBe(
    'a\\u{0}\\u{1b}[31m\\u{85}\\u{202e}\\u{d800} \t\n\u{1f600}é',
  );
});
