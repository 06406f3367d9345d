import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { confirmation, freeForm, missingInput, noSkill, oneCard, threeCards, timedOut } from './ChatAnswer.fixtures.ts';
import { ChatAnswer } from './ChatAnswer.tsx';

const ignore = () => {};

test('one card is drawn whole, its title and subtitle once', async () => {
  const screen = await draw(<ChatAnswer view={oneCard} onInspect={ignore} />);
  const card = screen.getByRole('article', { name: 'Alberto Burgos' });
  await expect.element(card.getByText('alberto@fourthcoffee.com')).toBeVisible();
  await expect.element(card.getByText('Alberto Burgos')).toHaveLength(1);
  await expect.element(card.getByText('Chief Operating Officer, Decision maker')).toHaveLength(1);
  await expect.element(card.getByText('Open contact')).toBeVisible();
});

test('several cards are a list of lines; a number opens its card, and so do the references', async () => {
  const screen = await draw(<ChatAnswer view={threeCards} onInspect={ignore} />);
  await expect.element(screen.getByText('Here is what I found:')).toBeVisible();
  await expect.element(screen.getByText(/^Tony Benis · Head of Procurement, Buyer/)).toBeVisible();
  await screen.getByRole('button', { name: 'Citation 2' }).click();
  await expect.element(screen.getByRole('article', { name: 'Tony Benis' })).toBeVisible();
  await expect.element(screen.getByText('Last contact')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await screen.getByRole('button', { name: '3 references' }).click();
  await expect.element(screen.getByRole('article')).toHaveLength(3);
});

test('prose is headed by the action that it comes from, with a way to the connector', async () => {
  const screen = await draw(<ChatAnswer view={freeForm} onInspect={ignore} />);
  await expect.element(screen.getByRole('heading', { name: 'Info from Contoso Hub' })).toBeVisible();
  await expect.element(screen.getByText(/was opened for Alpine Ski House/)).toBeVisible();
  await expect.element(screen.getByText('Info from Contoso Hub')).toHaveLength(1);
  await expect.element(screen.getByRole('listitem')).toHaveLength(2);
  await expect
    .element(screen.getByRole('link', { name: 'Open Contoso Hub' }))
    .toHaveAttribute('href', 'https://hub.contoso.com');
});

test('what changes something is asked about first, and can be refused', async () => {
  const decide = vi.fn();
  const screen = await draw(<ChatAnswer view={confirmation} onDecide={decide} onInspect={ignore} />);
  await expect.element(screen.getByText(/“Chat about key stakeholders” changes something/)).toBeVisible();
  await screen.getByRole('button', { name: 'Go on' }).click();
  await screen.getByRole('button', { name: 'Cancel' }).click();
  expect(decide.mock.calls).toEqual([[true], [false]]);
});

test('where that was refused, it says that nothing was changed', async () => {
  const screen = await draw(<ChatAnswer view={confirmation} onInspect={ignore} />);
  await expect.element(screen.getByText('Nothing was changed.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Go on' }).elements()).toEqual([]);
});

test('where no skill fits, it says so and leads to the inspector', async () => {
  const inspect = vi.fn();
  const screen = await draw(<ChatAnswer view={noSkill} onInspect={inspect} />);
  await expect.element(screen.getByText(/^No chat skill/)).toBeVisible();
  await screen.getByRole('button', { name: 'Why is nothing shown?' }).click();
  expect(inspect).toHaveBeenCalledOnce();
});

test('a call that failed says what sellers read and leads to the call; a missing account is asked for', async () => {
  const explain = vi.fn();
  const screen = await draw(<ChatAnswer view={timedOut} onInspect={ignore} />, { explain });
  await expect.element(screen.getByText(/^Something went wrong/)).toBeVisible();
  await screen.getByRole('button', { name: 'Why is nothing shown?' }).click();
  expect(explain).toHaveBeenCalledWith('trace-1');
  await screen.rerender(<ChatAnswer view={missingInput} onInspect={ignore} />);
  await expect.element(screen.getByText(/^Name the account/)).toBeVisible();
});

test('which skill was chosen, and why, is behind an (i)', async () => {
  const screen = await draw(<ChatAnswer view={oneCard} onInspect={ignore} />);
  await screen.getByRole('button', { name: 'Which skill answered, and why' }).click();
  await expect.element(screen.getByText('Chosen because its description speaks of key, stakehold.')).toBeVisible();
});
