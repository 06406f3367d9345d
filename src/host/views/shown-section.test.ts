import { expect, test } from 'vitest';
import { extensionPoints } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import { shownSection } from './shown-section.ts';

const action = (point: (typeof extensionPoints)[keyof typeof extensionPoints]) =>
  ({ point }) as Pick<DiscoveredAction, 'point'>;
const { recordDetails, recordSummary, opportunityInsights, emailSummary, emailSummaryV1, emailDraft } = extensionPoints;

test.each([recordSummary, opportunityInsights])('$id gives bullets with what opens from their numbers', (point) => {
  const items = [{ title: 'Contract signed', description: 'Signed.', dateTime: '2026-03-01T10:00:00Z' }];
  expect(shownSection(action(point), items, 'Hub')).toEqual({
    kind: 'insights',
    bullets: [{ text: 'Signed.', citation: 1 }],
    citations: [
      {
        number: 1,
        title: 'Contract signed',
        dateTime: '2026-03-01T10:00:00Z',
        properties: [],
        source: 'Hub',
        connector: '',
      },
    ],
  });
});

test.each([emailSummary, emailSummaryV1])('$id gives bullets without numbers', (point) => {
  const items = [{ title: 'Hub', insight: 'Visited the website.' }];
  const expected = { kind: 'insights', bullets: [{ text: 'Visited the website.' }] };
  expect(shownSection(action(point), items, 'Hub')).toMatchObject(expected);
});

test('records give rows under the name of their kind', () => {
  const item = { recordTitle: 'Q-1', recordTypeDisplayName: 'Quote', recordTypePluralDisplayName: 'Quotes' };
  expect(shownSection(action(recordDetails), [item], 'Hub')).toEqual({
    kind: 'records',
    pluralName: 'Quotes',
    rows: [{ title: 'Q-1', keyFields: [], typeName: 'Quote', properties: [] }],
  });
  expect(shownSection(action(recordDetails), [], 'Hub')).toEqual({ kind: 'records', rows: [] });
});

test('files give links, and a chat skill its cards', () => {
  const link = {
    contentTitle: 'Prices',
    content: 'https://a.example/p',
    contentDescription: '',
    contentType: 'content-doc',
  };
  expect(shownSection(action(emailDraft), [link], 'Hub')).toMatchObject({
    kind: 'links',
    links: [{ title: 'Prices' }],
  });
  const card = { adaptiveCard: { type: 'AdaptiveCard' }, previewCardData: { title: 'Anna' } };
  expect(shownSection({ point: undefined }, [card], 'Hub')).toEqual({
    kind: 'cards',
    cards: [{ title: 'Anna', adaptiveCard: { type: 'AdaptiveCard' } }],
  });
});
