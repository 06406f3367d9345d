import { expect, test } from 'vitest';
import { generatedData } from '../data/generator.ts';
import { loadSample } from '../data/sample.ts';
import type { HubData } from '../store/hub-data.ts';
import type { Store } from '../store/store.ts';
import * as shapes from './fact-shapes.ts';
import { listOf, type Shape } from './shape.ts';

const all: HubData[] = [...generatedData({ records: 2000, activities: 20_000, seed: 3, today: Date.UTC(2026, 1, 3) })];
await loadSample({ load: async (_tenant, data) => void all.push(data) } as Store);

test.each<[Exclude<keyof HubData, 'connections' | 'records'>, Shape<unknown>]>([
  ['subjects', shapes.subject],
  ['activities', shapes.activity],
  ['agreements', shapes.agreement],
  ['people', shapes.person],
  ['acquaintances', shapes.acquaintance],
  ['stakeholders', shapes.stakeholder],
  ['content', shapes.content],
])('all %s of the sample and of generated data have their shape', (name, shape) => {
  const facts = all.flatMap((data): readonly unknown[] => data[name] ?? []);
  expect(facts.length).toBeGreaterThan(10);
  expect(listOf(shape).faultOf(JSON.parse(JSON.stringify(facts)))).toBeUndefined();
});

test('an address that is no page, and a currency that is none, are faults', () => {
  const content = all.flatMap((data) => data.content ?? [])[0];
  expect(shapes.content.faultOf({ ...content, url: 'javascript:alert(1)' })).toBe('/url');
  const agreement = all.flatMap((data) => data.agreements ?? [])[0];
  expect(shapes.agreement.faultOf({ ...agreement, currency: 'euros' })).toBe('/currency');
});
