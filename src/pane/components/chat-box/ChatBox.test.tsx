import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { ChatBox } from './ChatBox.tsx';

test('Enter sends what was written and empties the box; Shift+Enter begins a new line', async () => {
  const send = vi.fn();
  const screen = await draw(<ChatBox onSend={send} />);
  const box = screen.getByRole('textbox', { name: 'Your question' });
  await box.click();
  await userEvent.keyboard('Who decides{Shift>}{Enter}{/Shift}at Alpine Ski House? ');
  expect(send).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(send).toHaveBeenCalledExactlyOnceWith('Who decides\nat Alpine Ski House?');
  await expect.element(box).toHaveValue('');
  await expect.element(box).toHaveFocus();
});

test('nothing but blanks is not sent, nor anything while an answer is under way', async () => {
  const send = vi.fn();
  const screen = await draw(<ChatBox onSend={send} />);
  await screen.getByRole('textbox').fill('   ');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true');
  await screen.rerender(<ChatBox onSend={send} isBusy />);
  await screen.getByRole('textbox').fill('Who decides?');
  await userEvent.keyboard('{Enter}');
  expect(send).not.toHaveBeenCalled();
  await expect.element(screen.getByRole('textbox')).toHaveValue('Who decides?');
});

test('the button sends too, and the record that a question is about can be chosen', async () => {
  const [send, choose] = [vi.fn(), vi.fn()];
  const records = [{ reference: 'account:1', name: 'Fourth Coffee' }];
  const screen = await draw(<ChatBox onSend={send} records={records} record="account:1" onRecord={choose} />);
  await screen.getByRole('textbox').fill('Who decides?');
  await screen.getByRole('button', { name: 'Send' }).click();
  expect(send).toHaveBeenCalledWith('Who decides?');
  await screen.getByRole('combobox', { name: 'About' }).click();
  await screen.getByRole('option', { name: 'No record' }).click();
  expect(choose).toHaveBeenCalledWith(undefined);
});
