import { describe, expect, test } from 'vitest';
import { actionOf, type ExtensionPoint, extensionPoints } from '../contract/contract.ts';
import { flatBodyReader } from './flat-body.ts';
import { inputReader } from './input.ts';

const draft = actionOf(extensionPoints.emailDraft);
const [read, readNested] = [flatBodyReader(draft), inputReader(draft)];
const mail = { subject: 'Renewal', to: ['mona@example.com'], sentDateTime: '2026-05-07T03:28:38Z' };
const others = { resourceType: 'email-thread', recordId: '{A}', top: 3 };

test('a flat body reads as the nested one does', () => {
  expect(read({ ...others, ...mail })).toEqual(readNested({ ...others, resourceData: mail }));
  expect(read({ ...others, Subject: 'Renewal' })).toEqual(
    readNested({ ...others, resourceData: { Subject: 'Renewal' } }),
  );
});

test('a nested body reads as it does without the flat form, whatever stands beside', () => {
  const body = { ...others, resourceData: mail, subject: 'another' };
  expect(read(body)).toEqual(readNested(body));
});

describe('is refused in its own words', () => {
  test.each([
    [
      'an object that is none',
      { ...others, resourceData: 'x', subject: 'x' },
      'Body property "resourceData" must be an object.',
    ],
    ['an object of null', { ...others, resourceData: null, subject: 'x' }, 'Body property "resourceData" is required.'],
    ['neither form', others, 'Body property "resourceData" is required.'],
    ['what both forms need', mail, 'Body property "resourceType" is required.'],
    [
      'a flat property of another type',
      { ...others, ...mail, to: 'mona@example.com' },
      'Body property "to" must be an array.',
    ],
    ['a prototype name', { ...others, constructor: {} }, 'Body property "resourceData" is required.'],
  ])('%s', (_case, body, words) => {
    expect(() => read(body)).toThrow(words);
  });
});

test('lists of objects stay as they are', () => {
  const summary = actionOf(extensionPoints.emailSummary);
  const relatedEntities = [{ entityId: '{A}', entityType: 'Account' }];
  const nested = inputReader(summary)({ resourceData: { subject: 'x' }, relatedEntities });
  expect(flatBodyReader(summary)({ subject: 'x', relatedEntities })).toEqual(nested);
});

test('no extension point has one name twice when its body is flat', () => {
  const points: readonly ExtensionPoint[] = Object.values(extensionPoints);
  for (const { inputs, models } of points) {
    const names = inputs.flatMap(({ name, model }) =>
      model ? (models[model] ?? []).map((field) => field.name) : [name],
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  }
});
