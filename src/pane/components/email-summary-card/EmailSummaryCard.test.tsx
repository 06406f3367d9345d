import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { threeConnectors } from './EmailSummaryCard.fixtures.ts';
import { EmailSummaryCard } from './EmailSummaryCard.tsx';

const card = (onDraft = () => {}) => (
  <EmailSummaryCard
    view={threeConnectors}
    from="Alberto Burgos"
    received="2026-11-21T17:20:00.000Z"
    onDraft={onDraft}
  />
);

test('the card names the sender and the time, and has every insight of every connector in order', async () => {
  const screen = await draw(card());
  await expect.element(screen.getByRole('heading', { name: 'Email from: Alberto Burgos' })).toBeVisible();
  await expect.element(screen.getByText(/^Received Sat, 11\/21\/2026, 9:20\sAM$/)).toBeVisible();
  const titles = screen.getByRole('heading', { level: 3 }).all();
  expect(titles.map((title) => title.element().textContent)).toEqual([
    'Key email info',
    'Info from Contoso Hub',
    'Info from Slow Mail',
    'Info from Quotes',
  ]);
  const bullets = screen.getByRole('listitem').all();
  expect(bullets.map((bullet) => bullet.element().textContent)).toEqual([
    'Fourth Coffee opened the framework agreement 3 times.',
    'Your colleagues Mona Kane, Ray Tanaka, and Daniela Smith have worked with Alberto Burgos before.',
    'A quote ends tomorrow.',
  ]);
});

test('a connector that failed keeps its place, an example is marked', async () => {
  const explain = vi.fn();
  const screen = await draw(card(), { explain });
  await expect.element(screen.getByText(/^Something went wrong/)).toBeVisible();
  await expect.element(screen.getByText('Example')).toHaveLength(1);
  await screen.getByRole('button', { name: 'Why is nothing shown?' }).click();
  expect(explain).toHaveBeenCalledWith('trace-2');
});

test('a button leads to the draft', async () => {
  const draft = vi.fn();
  const screen = await draw(card(draft));
  await screen.getByRole('button', { name: 'Draft an email' }).click();
  expect(draft).toHaveBeenCalledOnce();
});
