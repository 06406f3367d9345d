import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { bareMail, frameworkAgreement } from '../mail-list/MailList.fixtures.ts';
import { MailThread } from './MailThread.tsx';
import { paragraphsOf } from './paragraphs-of.ts';

test('subject, record, people and time stand over the text; earlier messages are set off', async () => {
  const open = vi.fn();
  const screen = await draw(
    <MailThread mail={frameworkAgreement} trackedTo="50 Cafe A-100 Automatic" onOpenRecord={open}>
      <p>Summary</p>
    </MailThread>,
  );
  await expect.element(screen.getByRole('heading', { level: 2 })).toMatchTextContent(/^Re: Framework agreement/);
  const mail = screen.getByRole('article');
  await expect.element(mail).toMatchTextContent(/Alberto Burgos alberto@fourthcoffee\.com/);
  await expect.element(mail).toMatchTextContent(/Sat, 11\/21\/2026, 9:20\sAM/);
  await expect.element(mail).toMatchTextContent(/To: Kenny SmithCc: Tony BenisSummaryHi Kenny,/);
  const quoted = screen.getByRole('blockquote');
  await expect.element(quoted).toMatchTextContent(/^From: Kenny Smith <kenny@contoso\.com>/);
  await expect.element(quoted).not.toMatchTextContent(/Thanks for sending|____/);
  await screen.getByRole('button', { name: 'Tracked to 50 Cafe A-100 Automatic' }).click();
  expect(open).toHaveBeenCalledOnce();
});

test('markup in a text is shown as text, and nothing of it runs', async () => {
  const screen = await draw(<MailThread mail={bareMail} onOpenRecord={() => {}} />);
  await expect.element(screen.getByText(/^Hello <b>there<\/b>/)).toBeVisible();
  expect(screen.container.querySelector('b, script, img')).toBeNull();
  expect(screen.getByRole('button').elements()).toEqual([]);
  expect(window).not.toHaveProperty('broken');
});

test('a message is read paragraph by paragraph', () => {
  expect(paragraphsOf('A\nB\n\n \nC')).toEqual(['A\nB', 'C']);
});
