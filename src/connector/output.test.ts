import { describe, expect, test } from 'vitest';
import { actionOf, extensionPoints } from '../contract/contract.ts';
import { answerWriter, cut, page, shorten } from './output.ts';

const write = answerWriter(actionOf(extensionPoints.opportunityInsights));
const item = { title: 'Contoso Hub', description: 'Something happened.' };
const written = (...items: unknown[]) => JSON.parse(write({ items, hasMoreResults: false }, () => {}));

describe('an answer', () => {
  test('has exactly the declared properties, absent optional ones left out', () => {
    expect(written({ ...item, url: undefined, dateTime: null, secret: 'x' })).toEqual({
      value: [item],
      hasMoreResults: false,
    });
  });

  test('has its times in UTC', () => {
    const at = '2026-05-07T03:28:38.000Z';
    expect(written({ ...item, dateTime: new Date(at) }).value[0].dateTime).toBe(at);
    expect(written({ ...item, dateTime: '2026-05-07T05:28:38+02:00' }).value[0].dateTime).toBe(at);
  });

  test.each([
    [{ title: 'x' }, /value\[0\]\.description is required/],
    [{ ...item, title: null }, /value\[0\]\.title is required/],
    [{ ...item, title: 5 }, /title must be of type string/],
    [{ ...item, url: 5 }, /url must be of type string/],
    [{ ...item, dateTime: 'soon' }, /dateTime must be a date/],
    [{ ...item, additionalProperties: { Value: 5 } }, /\["Value"\] must be a string/],
    ['text', /value\[0\] is no object/],
  ])('of %j is a bug of the handler (G7)', (faulty, words) => {
    expect(() => written(faulty)).toThrow(words);
  });

  test('has texts cut to their limit, with a remark that does not repeat the text', () => {
    const remarks: string[] = [];
    const answer = write({ items: [{ ...item, description: 'word '.repeat(40) }], hasMoreResults: false }, (words) =>
      remarks.push(words),
    );
    const { description } = JSON.parse(answer).value[0];
    expect(description.length).toBeLessThanOrEqual(130);
    expect(description).toMatch(/word…$/);
    expect(remarks).toEqual(['value[].description has more than 130 characters and was cut.']);
  });

  test('has Adaptive Cards serialized', () => {
    const { salesChat } = extensionPoints;
    const action = { ...salesChat, operationId: 'X', summary: '', description: '', method: 'GET' as const, path: '/' };
    const card = { adaptiveCard: { type: 'AdaptiveCard' }, previewCardData: { title: 'Card' } };
    const answer = answerWriter(action)({ items: [card], hasMoreResults: false }, () => {});
    expect(JSON.parse(answer)).toEqual({
      adaptiveCards: [{ adaptiveCard: '{"type":"AdaptiveCard"}', previewCardData: { title: 'Card' } }],
    });
  });
});

describe('a page', () => {
  const all = [1, 2, 3, 4, 5];

  test.each([
    [2, 0, [1, 2], true],
    [2, 3, [4, 5], false],
    [5, 0, all, false],
    [10, 4, [5], false],
    [2, 5, [], false],
    [2, 100, [], false],
  ])('of %i after %i', (top, skip, items, hasMoreResults) => {
    expect(cut(all, top, skip)).toEqual({ items, hasMoreResults });
  });

  test('that holds more than was asked for is cut', () => {
    expect(cut({ items: all, hasMoreResults: false }, 2, 0)).toEqual({ items: [1, 2], hasMoreResults: true });
  });

  test.each([undefined, null, {}, 'text', 5])('made of %j is a bug of the handler', (answer) => {
    expect(() => cut(answer as never, 10, 0)).toThrow(/The handler returned/);
  });

  test('made of one item too many has more', () => {
    expect(page([1, 2, 3], 2)).toEqual({ items: [1, 2], hasMoreResults: true });
    expect(page([1, 2], 2)).toEqual({ items: [1, 2], hasMoreResults: false });
  });
});

test('shortening keeps within the length and cuts no character in two', () => {
  expect(shorten('😀😀😀', 4)).toBe('😀…');
  expect(shorten('short', 20)).toBe('short');
  expect(shorten('one two three four', 10)).toBe('one two…');
});
