import { expect, test, vi } from 'vitest';
import type { Turn } from '../../state/conversation.ts';
import { draw } from '../../testing/draw.tsx';
import { confirmation, oneCard } from '../chat-answer/ChatAnswer.fixtures.ts';
import { ChatLog } from './ChatLog.tsx';

const ignore = () => {};
const asked = (id: number, changes: Partial<Turn>): Turn => ({
  id,
  question: `Question ${id}`,
  situation: { question: `Question ${id}` },
  state: 'asking',
  ...changes,
});

test('questions and answers are a log: answered, under way, and failed with a way to try again', async () => {
  const retry = vi.fn();
  const failed = asked(3, { state: 'failed', error: 'The host does not answer.' });
  const turns = [asked(1, { state: 'answered', view: oneCard }), asked(2, {}), failed];
  const screen = await draw(<ChatLog turns={turns} onDecide={ignore} onRetry={retry} onInspect={ignore} />);
  const log = screen.getByRole('log', { name: 'Conversation' });
  await expect.element(log.getByText('Question 1')).toBeVisible();
  await expect.element(log.getByRole('article', { name: 'Alberto Burgos' })).toBeVisible();
  await expect.element(log.getByText('Loading …').first()).toBeVisible();
  await expect.element(log.getByText('The host does not answer.')).toBeVisible();
  await screen.getByRole('button', { name: 'Try again' }).click();
  expect(retry).toHaveBeenCalledExactlyOnceWith(failed);
});

test('what was refused is not asked about again', async () => {
  const decide = vi.fn();
  const turn = asked(1, { state: 'answered', view: confirmation });
  const screen = await draw(<ChatLog turns={[turn]} onDecide={decide} onRetry={ignore} onInspect={ignore} />);
  await screen.getByRole('button', { name: 'Cancel' }).click();
  expect(decide).toHaveBeenCalledExactlyOnceWith(turn, false);
  await screen.rerender(
    <ChatLog turns={[{ ...turn, isRefused: true }]} onDecide={decide} onRetry={ignore} onInspect={ignore} />,
  );
  await expect.element(screen.getByText('Nothing was changed.')).toBeVisible();
});
