import { expect, test } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { twoConnectors } from './RecordSummaryCard.fixtures.ts';
import { RecordSummaryCard } from './RecordSummaryCard.tsx';

test('latest activity and the connectors follow the summary, their citations counting on', async () => {
  const screen = await draw(<RecordSummaryCard type="opportunity" view={twoConnectors} />);
  await expect.element(screen.getByRole('heading', { name: 'Opportunity summary' })).toBeVisible();
  const titles = screen.getByRole('heading', { level: 3 }).all();
  expect(titles.map((title) => title.element().textContent)).toEqual([
    'Latest activity',
    'Info from Contoso Hub',
    'Info from Quotes',
  ]);
  const bullets = screen.getByRole('listitem').all();
  expect(bullets.map((bullet) => bullet.element().textContent)).toEqual([
    'Kenny Smith saved a mail thread with Tony Benis.1',
    'Mona Kane met Alberto Burgos.2',
    'Tony Benis opened the framework agreement.3',
    'A quote ends tomorrow.4',
  ]);
  await expect.element(screen.getByText('Example')).toHaveLength(1);
});

test('a number opens its citation, and the focus comes back to it', async () => {
  const screen = await draw(<RecordSummaryCard type="account" view={twoConnectors} />);
  const number = screen.getByRole('button', { name: 'Citation 3' });
  await number.click();
  const citation = screen.getByRole('article', { name: 'Contract signed' });
  await expect.element(citation).toMatchTextContent(/Source: Contoso Hub/);
  await expect.element(citation.getByRole('link')).toHaveAttribute('rel', 'noreferrer');
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await expect.element(number).toHaveFocus();
});

test('the references are all citations, numbered', async () => {
  const screen = await draw(<RecordSummaryCard type="account" view={twoConnectors} />);
  await screen.getByRole('button', { name: '4 references' }).click();
  await expect.element(screen.getByRole('article')).toHaveLength(4);
  const [first, , third] = screen.getByRole('article').all();
  await expect.element(first ?? null).toMatchTextContent(/^1\. Mail saved/);
  await expect.element(third ?? null).toMatchTextContent(/3\. Contract signed/);
});

test('a type without a title of its own is a record', async () => {
  const screen = await draw(<RecordSummaryCard type="msdyn_project" view={twoConnectors} />);
  await expect.element(screen.getByRole('heading', { name: 'Record summary' })).toBeVisible();
});
