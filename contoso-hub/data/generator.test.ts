import { canonicalRecordId } from 'saleskit/connector';
import { expect, test } from 'vitest';
import { generatedData, generatedIds } from './generator.ts';

const options = { records: 2500, activities: 200_000, seed: 3, today: Date.UTC(2026, 0, 1) };
const data = [...generatedData(options)];

test('as many records and activities are made as asked for, two of them with 10,000', () => {
  expect(data.flatMap(({ subjects = [] }) => subjects)).toHaveLength(options.records);
  const activities = data.flatMap((batch) => batch.activities ?? []);
  expect(activities).toHaveLength(options.activities);
  const counts = [...Map.groupBy(activities, ({ subject }) => subject).values()].map((list) => list.length);
  expect(counts.filter((count) => count === 10_000)).toHaveLength(2);
  expect(activities.filter(({ at }) => at > options.today)).toEqual([]);
});

test('same options, same data; another seed, other data', () => {
  const small = { ...options, records: 20, activities: 100 };
  expect([...generatedData(small)]).toEqual([...generatedData(small)]);
  expect([...generatedData({ ...small, seed: 4 })]).not.toEqual([...generatedData(small)]);
});

test('ids are ids of their CRM', () => {
  for (const index of [0, 1, 99_999]) {
    const { dynamics, salesforce } = generatedIds(index);
    expect(dynamics).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(canonicalRecordId(salesforce)).toHaveLength(18);
  }
});
