import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { bareMail, frameworkAgreement } from './MailList.fixtures.ts';
import { MailList } from './MailList.tsx';

test('a mail is told by sender, subject, first words and time; the open one is marked', async () => {
  const screen = await draw(
    <MailList mails={[frameworkAgreement, bareMail]} open="framework-agreement" onOpen={() => {}} />,
  );
  const [first, second] = screen.getByRole('button').all();
  await expect
    .element(first ?? null)
    .toMatchTextContent(
      /^Alberto Burgos11\/21\/26, 9:20\sAMRe: Framework agreement 50 Cafe A-100 AutomaticHi Kenny, Thanks for sending/,
    );
  await expect.element(first ?? null).toHaveAttribute('aria-current', 'true');
  await expect.element(second ?? null).toHaveAttribute('aria-current', 'false');
  await expect.element(second ?? null).toMatchTextContent(/^Robin\(No subject\)Hello <b>there/);
});

test('the keyboard opens a mail', async () => {
  const open = vi.fn();
  await draw(<MailList mails={[frameworkAgreement, bareMail]} open="framework-agreement" onOpen={open} />);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(open).toHaveBeenCalledWith('mine');
});
