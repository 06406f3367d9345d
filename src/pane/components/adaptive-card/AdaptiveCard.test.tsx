import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { actingCard, brokenCard, richCard, stakeholderCard } from './AdaptiveCard.fixtures.ts';
import { AdaptiveCard } from './AdaptiveCard.tsx';

test('a card shows its texts and facts, and its action opens the page', async () => {
  const open = vi.fn();
  const screen = await draw(<AdaptiveCard card={stakeholderCard} open={open} />);
  await expect.element(screen.getByText('Chief Operating Officer, Decision maker')).toBeVisible();
  await expect.element(screen.getByText('alberto@fourthcoffee.com')).toBeVisible();
  await screen.getByText('Open contact').click();
  expect(open).toHaveBeenCalledExactlyOnceWith('https://hub.contoso.com/contacts/alberto');
});

test('what is no web page is not opened, and what the host would send is said not to be sent', async () => {
  const open = vi.fn();
  const screen = await draw(<AdaptiveCard card={actingCard} open={open} />);
  await screen.getByText('Run').click();
  await expect.element(screen.getByRole('status')).toMatchTextContent(/web pages/);
  await screen.getByText('Approve').click();
  await expect.element(screen.getByRole('status')).toMatchTextContent(/“Approve”/);
  expect(open).not.toHaveBeenCalled();
  await screen.getByText('More').click();
  await expect.element(screen.getByText('Inside')).toBeVisible();
});

test('HTML of a card stays text; bold, links, bullets and tables are drawn', async () => {
  const screen = await draw(<AdaptiveCard card={richCard} />);
  await expect.element(screen.getByText('bold', { exact: true })).toBeVisible();
  await expect.element(screen.getByText(/<img src=x/)).toBeVisible();
  expect(screen.container.querySelectorAll('img')).toHaveLength(0);
  await expect
    .element(screen.getByRole('link', { name: 'page' }))
    .toHaveAttribute('href', 'https://contoso.com/?a=1&b=_2_');
  await expect.element(screen.getByRole('listitem')).toHaveLength(2);
  await expect.element(screen.getByText('Cafe A-100')).toBeVisible();
});

test('pictures of other machines give way to their alternative text', async () => {
  const screen = await draw(<AdaptiveCard card={richCard} />);
  await expect.element(screen.getByText('A portrait')).toBeVisible();
  await expect.element(screen.getByText('A logo')).toBeVisible();
});

test.each([brokenCard, { ...stakeholderCard, version: '1.9' }, { type: 'AdaptiveCard', version: '1.5', body: [] }])(
  'a card that cannot be drawn says so and shows its JSON',
  async (card) => {
    const screen = await draw(<AdaptiveCard card={card} />);
    await expect.element(screen.getByText(/cannot be drawn/)).toBeVisible();
    await screen.getByText('Show the card’s JSON').click();
    await expect.element(screen.getByText(new RegExp(`"type": "${card.type}"`))).toBeVisible();
  },
);

test('a card of a later version shows the text that it has for that', async () => {
  const screen = await draw(
    <AdaptiveCard card={{ ...stakeholderCard, version: '1.9', fallbackText: 'Please update.' }} />,
  );
  await expect.element(screen.getByText('Please update.')).toBeVisible();
  expect(screen.getByText('Alberto Burgos').elements()).toEqual([]);
});
