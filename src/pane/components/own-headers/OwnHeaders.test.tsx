import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { OwnHeaders } from './OwnHeaders.tsx';

test('rows are added, changed and removed; all that are filled are saved', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  const screen = await draw(<OwnHeaders headers={{ 'X-Old': '1', Authorization: '[masked]' }} onSave={onSave} />);
  await screen.getByRole('button', { name: 'Remove header 1' }).click();
  await screen.getByRole('button', { name: 'Add header' }).click();
  await screen.getByRole('textbox', { name: 'Name of header 2' }).fill('X-Environment');
  await screen.getByRole('textbox', { name: 'Value of header 2' }).fill('test');
  await screen.getByRole('button', { name: 'Add header' }).click();
  await screen.getByRole('button', { name: 'Save headers' }).click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ Authorization: '[masked]', 'X-Environment': 'test' });
});

test('one header twice is told before anything is sent', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  const screen = await draw(<OwnHeaders headers={{ 'X-Environment': '1' }} onSave={onSave} />);
  await screen.getByRole('button', { name: 'Add header' }).click();
  await screen.getByRole('textbox', { name: 'Name of header 2' }).fill('x-environment');
  await screen.getByRole('button', { name: 'Save headers' }).click();
  await expect.element(screen.getByRole('alert')).toMatchTextContent('x-environment is there twice.');
  expect(onSave).not.toHaveBeenCalled();
});
