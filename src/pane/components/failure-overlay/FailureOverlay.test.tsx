import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { de } from '../../words/de.ts';
import { en } from '../../words/en.ts';
import { es } from '../../words/es.ts';
import { fr } from '../../words/fr.ts';
import { it } from '../../words/it.ts';
import { ja } from '../../words/ja.ts';
import { pt } from '../../words/pt.ts';
import { zh } from '../../words/zh.ts';
import { brokenHandler, brokenPackage, failedCall } from './FailureOverlay.fixtures.ts';
import { FailureOverlay } from './FailureOverlay.tsx';

test('a failure shows what has failed, the message, the place, and the lines around it with a mark', async () => {
  const screen = await draw(<FailureOverlay failures={[brokenHandler]} />);
  const overlay = screen.getByRole('region', { name: 'The newest state is not shown' });
  await expect.element(overlay).toMatchTextContent(/node src\/main\.ts has ended or does not answer/);
  await expect.element(overlay.getByText('SyntaxError: Expression expected')).toBeVisible();
  await expect.element(overlay.getByText('/home/kim/quotes/src/handler.ts:2:19')).toBeVisible();
  expect(overlay.element().textContent).toContain(`2 |   title: number = ;\n${' '.repeat(4 + 18)}^`);
});

test('a call that fails has a title of its own: nothing earlier is shown of it', async () => {
  const screen = await draw(<FailureOverlay failures={[failedCall]} />);
  const overlay = screen.getByRole('region', { name: 'An error was thrown' });
  await expect.element(overlay).toMatchTextContent(/scp-get-related-records was answered with an error/);
  expect(overlay.element().textContent).not.toContain('last state');
});

test('of what never worked no earlier state is promised', async () => {
  const screen = await draw(<FailureOverlay failures={[{ ...brokenPackage, isFirst: true }]} />);
  const overlay = screen.getByRole('region', { name: 'The newest state is not shown' });
  await expect.element(overlay).toMatchTextContent(/This goes away when the error is mended/);
  expect(overlay.element().textContent).not.toContain('last state');
});

test('several failures stand below each other; nothing stands there for none', async () => {
  const screen = await draw(<FailureOverlay failures={[brokenHandler, brokenPackage]} />);
  await expect.element(screen.getByText('A value is missing.')).toBeVisible();
  await expect.element(screen.getByText('/home/kim/quotes/package cannot be read')).toBeVisible();
  const empty = await draw(<FailureOverlay failures={[]} />);
  expect(empty.getByRole('region').elements()).toHaveLength(1);
});

test('it is hidden by its button or Escape, comes back by a button, and by itself with another failure', async () => {
  const screen = await draw(<FailureOverlay failures={[brokenHandler]} />);
  await screen.getByRole('button', { name: 'Hide' }).click();
  expect(screen.getByText('SyntaxError: Expression expected').elements()).toEqual([]);
  await screen.getByRole('button', { name: 'Errors: 1' }).click();
  await screen.getByRole('button', { name: 'Hide' }).hover();
  screen.getByRole('button', { name: 'Hide' }).element().focus();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('button', { name: 'Errors: 1' })).toBeVisible();
});

describe('its own words are in the language of the seller', () => {
  test.each(Object.entries({ en, de, es, fr, it, ja, pt, zh }))('%s', async (language, words) => {
    const screen = await draw(<FailureOverlay failures={[brokenHandler]} />, { words, language });
    await expect.element(screen.getByRole('region', { name: words.newestNotShown })).toBeVisible();
    await expect.element(screen.getByText(words.programFailed('node src/main.ts'))).toBeVisible();
    await expect.element(screen.getByRole('button', { name: words.hide })).toBeVisible();
  });
});
