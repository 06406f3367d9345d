import { expect, test } from 'vitest';
import type { Outcome } from '../../../host/api/api-types.ts';
import { draw } from '../../testing/draw.tsx';
import { SectionTrouble } from './SectionTrouble.tsx';

const cases: readonly (readonly [Outcome, RegExp])[] = [
  ['nothing-to-show', /^Contoso Hub has nothing to show here\./],
  ['no-action', /^Contoso Hub has nothing to show here\./],
  ['switched-off', /^Contoso Hub is switched off here/],
  ['missing-input', /^Open what Contoso Hub needs/],
  ['rewritten-by-gateway', /^Contoso Hub is called through a gateway/],
  ['not-confirmed', /^This changes something/],
  ['timeout', /^Something went wrong\. Try again later\./],
  ['not-invocable', /^Something went wrong\. Try again later\./],
  ['error-answer', /^Something went wrong\. Try again later\./],
];

test.for(cases)('the seller’s words for %s', async ([outcome, said]) => {
  const section = { connector: 'contoso-hub', title: 'Contoso Hub', outcome, trace: 'trace-1', isMock: false };
  const screen = await draw(<SectionTrouble section={section} />);
  await expect.element(screen.getByText(said)).toBeVisible();
});

test('a connector that is under way has its place kept, and no trouble yet', async () => {
  const section = { connector: 'a', title: 'A', outcome: 'pending', trace: '', isMock: false } as const;
  const screen = await draw(<SectionTrouble section={section} />);
  await expect.element(screen.getByLabelText('A: Loading …')).toBeVisible();
  expect(screen.getByRole('button').elements()).toEqual([]);
});

test('what is shown although nobody signed in is marked', async () => {
  const section = {
    connector: 'a',
    title: 'A',
    outcome: 'shown',
    trace: '1',
    isMock: false,
    isUnsigned: true,
  } as const;
  const screen = await draw(<SectionTrouble section={section} />);
  await expect.element(screen.getByText(/^Shown without sign-in/)).toBeVisible();
});

test('what is shown has no trouble', async () => {
  const section = { connector: 'a', title: 'A', outcome: 'shown', trace: 'trace-1', isMock: false } as const;
  const screen = await draw(<SectionTrouble section={section} />);
  expect(screen.getByRole('button').elements()).toEqual([]);
});
