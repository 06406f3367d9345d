/** The order in which events arrive, and how they are cut into batches, makes no difference to what comes of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import type { HubEvent } from './event.ts';

const asker = { tenant: 't' };
const all = { limit: 100, offset: 0 };
const subjects = ['deal-1', 'deal-2'];
const time = (second: number) => new Date(Date.UTC(2026, 10, 20, 9, 0, second)).toISOString();

const subjectEvents = subjects.map(
  (id): HubEvent => ({
    id: `subject-${id}`,
    at: time(0),
    kind: 'subject-changed',
    subject: { id, kind: 'opportunity', name: id, account: 'account', accountName: 'Fabrikam' },
  }),
);

const kinds = [
  'agreement-sent',
  'agreement-viewed',
  'agreement-signed',
  'agreement-declined',
  'agreement-changed',
  'person-changed',
] as const;
const part = fc.record({
  kind: fc.constantFrom(...kinds),
  about: fc.subarray(subjects, { minLength: 1 }),
  name: fc.constantFrom('First', 'Second'),
  people: fc.subarray(['Ann', 'Bob', 'Cy'], { minLength: 1 }),
});
type Part = typeof part extends fc.Arbitrary<infer Value> ? Value : never;

function eventOf({ kind, about, name, people }: Part, index: number): HubEvent {
  const envelope = { id: `event-${index}`, at: time(index + 1) };
  const agreement = { id: 'A', name };
  const by = people[0] ?? '';
  switch (kind) {
    case 'agreement-sent':
      return { ...envelope, kind, about, agreement, by, to: people };
    case 'agreement-signed':
      return { ...envelope, kind, about, agreement, by: people };
    case 'agreement-changed':
      return { ...envelope, kind, about, agreement: { ...agreement, signers: people, value: index, currency: 'USD' } };
    case 'person-changed': {
      const account = { account: 'account', accountName: 'Fabrikam' };
      return { ...envelope, kind, person: { email: 'ann@fabrikam.com', name, ...account } };
    }
    default:
      return { ...envelope, kind, about, agreement, by };
  }
}

/** What happened, each at a time of its own. */
const story = fc.array(part, { maxLength: 10 }).map((parts) => parts.map(eventOf));

const deliveries = story.chain((events) =>
  fc.record({
    events: fc.constant(events),
    order: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    size: fc.integer({ min: 1, max: 4 }),
  }),
);

async function factsAfter(events: readonly HubEvent[], size: number) {
  const store = await openStore(':memory:');
  await store.ingest(asker.tenant, subjectEvents);
  for (let start = 0; start < events.length; start += size) {
    const batch = events.slice(start, start + size);
    // What was sent is sent again, as after an answer that did not arrive.
    await store.ingest(asker.tenant, batch);
    expect(await store.ingest(asker.tenant, batch)).toEqual({ stored: 0 });
  }
  const facts = [
    await store.people(asker, ['ann@fabrikam.com']),
    ...(await Promise.all(
      [...subjects, 'account'].map(async (subject) => [
        await store.agreements(asker, subject, all),
        await store.activities(asker, subject, all),
      ]),
    )),
  ];
  await store.close();
  return facts;
}

test('in any order, in any batches, sent twice: the same facts', async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ events, order, size }) => {
      expect(await factsAfter(order, size)).toEqual(await factsAfter(events, events.length || 1));
    }),
    { numRuns: 60 },
  );
});
