import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { DraftPrompt } from './DraftPrompt.tsx';

test('a suggested prompt is taken and given back, one’s own words are sent', async () => {
  const prompt = vi.fn();
  const screen = await draw(<DraftPrompt prompt="Reply to a Concern" onPrompt={prompt} />);
  await screen.getByRole('button', { name: 'Make a Proposal' }).click();
  expect(prompt).toHaveBeenLastCalledWith('Make a Proposal');
  const used = screen.getByRole('button', { name: 'Reply to a Concern' });
  await expect.element(used).toHaveAttribute('aria-pressed', 'true');
  await used.click();
  expect(prompt).toHaveBeenLastCalledWith(undefined);
  await screen.getByRole('textbox', { name: 'What should the draft be about?' }).fill('Decline politely');
  await screen.getByRole('button', { name: 'Draft', exact: true }).click();
  expect(prompt).toHaveBeenLastCalledWith('Decline politely');
});
