import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointerTo, valueAt } from './json-pointer.ts';
import { readSource } from './source-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const problemsOf = (file: string, content: Uint8Array | string) =>
  readSource(file, typeof content === 'string' ? bytes(content) : content).problems.map(({ kind, line, column }) => [
    kind,
    line,
    column,
  ]);

describe('what is wrong with JSON is named, with its place', () => {
  test.each([
    ['a trailing comma in an object', '{\n  "a": 1,\n}', 'trailing-comma', 2, 9],
    ['a trailing comma in an array', '[1,\n2,\n]', 'trailing-comma', 2, 2],
    ['a missing comma', '{\n"a": 1\n"b": 2}', 'invalid-json', 3, 1],
    ['a missing brace', '{"a": 1', 'invalid-json', 1, 8],
    ['a tab in a string', '{"a": "x\ty"}', 'invalid-json', 1, 7],
    ['a blank that is none', '{\u2003"a": 1}', 'invalid-json', 1, 2],
    ['single quotes', "{'a': 1}", 'invalid-json', 1, 2],
    ['a comment', '{ // why\n"a": 1}', 'invalid-json', 1, 3],
    ['a key twice', '{"a": 1,\r\n "a": 2}', 'duplicate-key', 2, 2],
    ['text after the end', '{} x', 'invalid-json', 1, 4],
    ['nothing', '', 'empty', 1, 1],
  ])('%s', (_case, text, kind, line, column) => {
    expect(problemsOf('x.json', text)[0]).toEqual([kind, line, column]);
  });

  test.each(['{"a": 1,}', '[1,]', '{"a": [{"b": 1,}]}'])('a comma too much is told once: %s', (text) => {
    expect(problemsOf('x.json', text).map(([kind]) => kind)).toEqual(['trailing-comma']);
  });

  test('a byte order mark and other encodings', () => {
    expect(problemsOf('x.json', Buffer.from('\ufeff{}'))).toEqual([['byte-order-mark', 1, 1]]);
    expect(problemsOf('x.json', Buffer.from('\ufeff{"a":"ä"}', 'utf16le'))).toEqual([['wrong-encoding', 1, 1]]);
    expect(problemsOf('x.json', Buffer.from('{"a":"ä"}', 'latin1'))).toEqual([['wrong-encoding', 1, 1]]);
    expect(readSource('x.json', Buffer.from('{"a":"ä"}', 'latin1')).value).toEqual({ a: 'ä' });
  });

  test('nesting without end', () => {
    expect(problemsOf('x.json', '['.repeat(100_000))[0]?.[0]).toBe('too-deep');
  });
});

test('what can be read is read all the same, the last of two keys counting', () => {
  expect(readSource('x.json', bytes('{"a": 1, "b": [1, 2,], "a": 3,}')).value).toEqual({ a: 3, b: [1, 2] });
});

test('prototype keys are plain properties', () => {
  const { value } = readSource('x.json', bytes('{"__proto__": {"x": 1}, "constructor": 2}'));
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  expect((value as { x?: unknown }).x).toBeUndefined();
});

test('every pointer leads to its place, of what is missing to its parent', () => {
  const { locate } = readSource('x.json', bytes('{\n  "a/b": [\n    {"c": 1}\n  ]\n}'));
  expect(locate('/a~1b')).toEqual({ line: 2, column: 3 });
  expect(locate('/a~1b/0/c')).toEqual({ line: 3, column: 6 });
  expect(locate('/a~1b/0/missing')).toEqual({ line: 3, column: 5 });
  expect(locate('')).toEqual({ line: 1, column: 1 });
});

test('YAML is read with its places', () => {
  const { value, locate, problems } = readSource('x.yaml', bytes('info:\n  title: Hub\npaths:\n  /a: {}\n'));
  expect(value).toEqual({ info: { title: 'Hub' }, paths: { '/a': {} } });
  expect(locate('/info/title')).toEqual({ line: 2, column: 3 });
  expect(locate('/paths/~1a')).toEqual({ line: 4, column: 3 });
  expect(problems).toEqual([]);
  expect(problemsOf('x.yaml', 'a: 1\na: 2\n')[0]?.[0]).toBe('duplicate-key');
  expect(problemsOf('x.yaml', 'a: [1\nb: 2')[0]?.[0]).toBe('invalid-yaml');
});

test('a YAML alias without end, or without anchor, is told with its place', () => {
  const messages = (text: string) =>
    readSource('x.yaml', bytes(text)).problems.map(({ kind, message, line, column }) => [kind, message, line, column]);
  expect(messages('paths: &p\n  /a: *p\n')).toEqual([
    ['invalid-yaml', expect.stringMatching(/^The alias \*p stands within its own anchor &p/), 2, 7],
  ]);
  expect(messages('paths: *none\n')).toEqual([['invalid-yaml', expect.stringMatching(/has no anchor &none/), 1, 8]]);
  expect(readSource('x.yaml', bytes('a: &x [1]\nb: *x\n')).value).toEqual({ a: [1], b: [1] });
});

test('valid JSON is read as JSON.parse reads it, whatever it holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, null, 2);
      const source = readSource('x.json', bytes(text));
      expect(JSON.stringify(source.value)).toBe(JSON.stringify(JSON.parse(text)));
      expect(source.problems).toEqual([]);
    }),
  );
});

test('no bytes are thrown at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('x.json', 'x.yaml', 'x'), (content, file) => {
      expect(readSource(file, content).file).toBe(file);
    }),
  );
});

test('a pointer is read as it is written', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (path) => {
      const value = path.reduceRight<unknown>((inner, name) => Object.fromEntries([[name, inner]]), 1);
      expect(valueAt(value, pointerTo(path))).toBe(1);
    }),
  );
});

test('keys after a missing bracket are not taken for duplicates', () => {
  const kinds = problemsOf('x.json', '[{"a": 1, {"a": 2}]').map(([kind]) => kind);
  expect(kinds).toContain('invalid-json');
  expect(kinds).not.toContain('duplicate-key');
});
