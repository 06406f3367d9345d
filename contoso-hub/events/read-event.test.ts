import { expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import type { HubEvent } from './event.ts';
import { eventKinds } from './event-kinds.ts';
import { isFault, readEvent } from './read-event.ts';

const examples: readonly HubEvent[] = Object.values(eventKinds).map(({ example }) => example);

test('the examples are events, and can be stored together', async () => {
  const read = examples.map(readEvent);
  expect(read).toEqual(examples);
  const store = await openStore(':memory:');
  const inOrder = examples.toSorted((a, b) => a.at.localeCompare(b.at));
  expect(await store.ingest('t', inOrder)).toEqual({ stored: examples.length });
  await store.close();
});

const visit = eventKinds['site-visited'].example;
const subjectChanged = eventKinds['subject-changed'].example;
const content = eventKinds['content-changed'].example;

test.each([
  ['no object', 7, '', /object/],
  ['null', null, '', /object/],
  ['a list', [visit], '', /object/],
  ['no kind', { ...visit, kind: undefined }, '/kind', /one of agreement-sent, /],
  ['a kind that is a name of every object', { ...visit, kind: 'constructor' }, '/kind', /one of/],
  ['a property too many', { ...visit, colour: 1 }, '', /must not have the property "colour"/],
  ['a property too few', { ...visit, page: undefined }, '', /must have the property "page"/],
  ['no id', { ...visit, id: '' }, '/id', /fewer than 1/],
  ['an id of control characters', { ...visit, id: 'a\u0000' }, '/id', /pattern/],
  ['half a character', { ...visit, by: 'a\ud800' }, '/by', /pattern/],
  ['a day that is not', { ...visit, at: '2026-02-30T09:00:00Z' }, '/at', /time such as/],
  ['a time without zone', { ...visit, at: '2026-02-03T09:00:00' }, '/at', /time such as/],
  ['a time before 1970', { ...visit, at: '1969-12-31T23:59:59Z' }, '/at', /from 1970/],
  ['an hour that is not', { ...visit, at: '2026-02-03T25:00:00Z' }, '/at', /time such as/],
  ['a number as text', { ...visit, visits: '3' }, '/visits', /integer/],
  ['no subject', { ...visit, about: [] }, '/about', /fewer than 1/],
  ['a subject twice', { ...visit, about: ['a', 'a'] }, '/about', /duplicate/],
  [
    'an address that is no page',
    { ...content, content: { ...content.content, url: 'javascript:x' } },
    '/content/url',
    /./,
  ],
  [
    'an account of another account',
    { ...subjectChanged, subject: { ...subjectChanged.subject, kind: 'account' } },
    '/subject/account',
    /itself/,
  ],
])('%s is refused, with the place and the reason', (_what, value, pointer, problem) => {
  expect(readEvent(JSON.parse(JSON.stringify(value)))).toEqual({ pointer, problem: expect.stringMatching(problem) });
});

test('ids and addresses come out in one spelling, times in any zone', () => {
  const read = readEvent({
    ...subjectChanged,
    at: '2026-11-19T09:00:00.5+05:30',
    records: [
      { id: '{50CAFE00-A100-4000-8000-000000000001}', crm: { type: 'Dynamics365', host: 'Mine.CRM.dynamics.com' } },
    ],
  });
  expect(isFault(read)).toBe(false);
  expect(read).toMatchObject({
    records: [{ id: '50cafe00-a100-4000-8000-000000000001', crm: { host: 'mine.crm.dynamics.com' } }],
  });
});
