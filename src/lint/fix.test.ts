/** Mending in the text: what is asked for is there afterwards, everything else is as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedText } from './fix.ts';

const fix = (text: string, pointer: string, value: unknown) => fixedText(text, [{ pointer, value }]).text;

test.each<[string, string, string, unknown, string]>([
  ['a text', '{\n  "a": "old",\n  "b": 1\n}\n', '/a', 'new', '{\n  "a": "new",\n  "b": 1\n}\n'],
  ['a new property', '{\n  "a": 1\n}', '/b', true, '{\n  "a": 1,\n  "b": true\n}'],
  ['one in an object on one line', '{ "a": { "x": 1 } }', '/a/y', 'z', '{ "a": { "x": 1, "y": "z" } }'],
  ['one in minified text', '{"a":{"x":1}}', '/a/y', ['p', 'q'], '{"a":{"x":1,"y":["p", "q"]}}'],
  ['one in an empty object', '{\n\t"a": {}\n}', '/a/b', 1, '{\n\t"a": {\n\t\t"b": 1\n\t}\n}'],
  [
    'one with lines of CRLF',
    '{\r\n    "a": 1\r\n}',
    '/b',
    { c: 1 },
    '{\r\n    "a": 1,\r\n    "b": {\r\n        "c": 1\r\n    }\r\n}',
  ],
  ['a list on one line', '{\n  "r": ["a"]\n}', '/r', ['a', 'b'], '{\n  "r": ["a", "b"]\n}'],
  ['a list on lines', '{\n  "r": [\n    "a"\n  ]\n}', '/r', ['a', 'b'], '{\n  "r": [\n    "a",\n    "b"\n  ]\n}'],
  ['a member at the end', '{\n  "r": [\n    "a"\n  ]\n}', '/r/-', 'b', '{\n  "r": [\n    "a",\n    "b"\n  ]\n}'],
  ['the first property away', '{\n  "a": 1,\n  "b": 2\n}', '/a', undefined, '{\n  "b": 2\n}'],
  ['the last property away', '{\n  "a": 1,\n  "b": 2\n}', '/b', undefined, '{\n  "a": 1\n}'],
  ['a member away', '[1, 2, 3]', '/1', undefined, '[1, 3]'],
  ['names with signs', '{ "a/b": { "~": 1 } }', '/a~1b/~0', 2, '{ "a/b": { "~": 2 } }'],
  ['a large number stays', '{ "n": 9007199254740993, "a": 1 }', '/a', 2, '{ "n": 9007199254740993, "a": 2 }'],
  ['what has no parent', '{ "a": 1 }', '/b/c', 2, '{ "a": 1 }'],
  ['what is in no object', '{ "a": 1 }', '/a/b', 2, '{ "a": 1 }'],
])('%s', (_what, text, pointer, value, expected) => {
  expect(fix(text, pointer, value)).toBe(expected);
});

test('several in one object, in one another, and taken away from one list', () => {
  const text = '{\n  "a": { "r": [1, 2, 3, 4] },\n  "b": {\n    "c": 1\n  }\n}';
  const { text: fixed, made } = fixedText(text, [
    { pointer: '/a/r/0', value: undefined },
    { pointer: '/a/r/2', value: undefined },
    { pointer: '/b/d', value: 2 },
    { pointer: '/b/e', value: 3 },
    { pointer: '/b/e', value: 4 },
    { pointer: '/z', value: 5 },
  ]);
  expect(JSON.parse(fixed)).toEqual({ a: { r: [2, 4] }, b: { c: 1, d: 2, e: 3 }, z: 5 });
  expect(fixed).toContain('"b": {\n    "c": 1,\n    "d": 2,\n    "e": 3\n  }');
  expect(made).toBe(5);
});

test('whatever is set, the text is JSON with exactly that changed; a second time changes nothing', () => {
  const object = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 });
  fc.assert(
    fc.property(
      object,
      fc.string({ maxLength: 5 }),
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(undefined, 2, '\t'),
      (value, key, wanted, space) => {
        if (key === '__proto__') return;
        const text = JSON.stringify(value, null, space);
        const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const fixed = fix(text, pointer, wanted);
        expect(JSON.parse(fixed)).toEqual({ ...JSON.parse(text), [key]: JSON.parse(JSON.stringify(wanted)) });
        expect(JSON.parse(fix(fixed, pointer, wanted))).toEqual(JSON.parse(fixed));
        const { [key]: _away, ...rest } = JSON.parse(text);
        expect(JSON.parse(fix(fixed, pointer, undefined))).toEqual(rest);
      },
    ),
  );
});
