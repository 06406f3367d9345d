import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { OwnMail } from './OwnMail.tsx';

test('the fields that were filled are sent as resourceData has them', async () => {
  const onAdd = vi.fn(() => Promise.resolve());
  const screen = await draw(<OwnMail onAdd={onAdd} />);
  await screen.getByRole('textbox', { name: 'Subject' }).fill('Ten machines');
  await screen.getByRole('textbox', { name: 'From' }).fill('alberto@fourthcoffee.com');
  await screen.getByRole('textbox', { name: 'To' }).fill('kenny@contoso.com, sara@contoso.com;');
  await screen.getByLabelText('Sent').fill('2026-03-01T09:30');
  await screen.getByRole('textbox', { name: 'Body' }).fill('Hello Kenny,\nhow much?');
  await screen.getByRole('button', { name: 'Open mail' }).click();
  expect(onAdd).toHaveBeenCalledExactlyOnceWith({
    subject: 'Ten machines',
    from: 'alberto@fourthcoffee.com',
    to: ['kenny@contoso.com', 'sara@contoso.com'],
    sentDateTime: new Date('2026-03-01T09:30').toISOString(),
    plaintextBody: 'Hello Kenny,\nhow much?',
  });
});

test('an .eml file is sent as it is; one that is none is told', async () => {
  const onAdd = vi.fn(() => Promise.reject(new Error('eml has no header.')));
  const screen = await draw(<OwnMail onAdd={onAdd} />);
  await userEvent.upload(screen.getByLabelText('File of a mail'), new File(['no mail'], 'mail.eml'));
  await expect.element(screen.getByRole('alert')).toMatchTextContent('eml has no header.');
  expect(onAdd).toHaveBeenCalledExactlyOnceWith({ eml: 'no mail' });
});
