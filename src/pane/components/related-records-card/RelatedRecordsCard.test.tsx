import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { agreements } from './RelatedRecordsCard.fixtures.ts';
import { RelatedRecordsCard } from './RelatedRecordsCard.tsx';

const [renewal] = agreements.rows;

test('the card is titled in the connector’s plural; a row is its title over two values, and opens', async () => {
  const open = vi.fn();
  const screen = await draw(<RelatedRecordsCard section={agreements} onOpen={open} />);
  await expect.element(screen.getByRole('heading', { name: 'Agreements from Contoso Hub' })).toBeVisible();
  const rows = screen.getByRole('listitem').all();
  expect(rows.map((row) => row.element().textContent)).toEqual([
    '50 Cafe A-100 Automatic Renewal ContractSigned • Nov 17, 2026',
    'Mutual non-disclosure agreementSigned',
  ]);
  await screen.getByRole('button', { name: /^50 Cafe/ }).click();
  expect(open).toHaveBeenCalledWith(renewal);
});

test('only a record with a page has a menu: copy link, open in the connector', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const screen = await draw(<RelatedRecordsCard section={agreements} onOpen={() => {}} />);
  await expect.element(screen.getByRole('button', { name: /^More/ })).toHaveLength(1);
  const more = screen.getByRole('button', { name: /^More/ });
  await more.click();
  const entries = screen.getByRole('menuitem');
  await expect.element(entries).toHaveLength(2);
  expect(entries.all().map((entry) => entry.element().textContent)).toEqual(['Copy link', 'Open in Contoso Hub']);
  const link = screen.getByRole('menuitem', { name: 'Open in Contoso Hub' });
  await expect.element(link).toHaveAttribute('href', 'https://hub.contoso.com/agreements/AGR-1001');
  await expect.element(link).toHaveAttribute('target', '_blank');
  await expect.element(link).toHaveAttribute('rel', 'noreferrer');
  await userEvent.keyboard('{Enter}');
  expect(write).toHaveBeenCalledWith('https://hub.contoso.com/agreements/AGR-1001');
  await expect.element(more).toHaveFocus();
});

test('a connector that shows nothing keeps its card under its own name; an example is marked', async () => {
  const { pluralName: _, ...nothing } = { ...agreements, rows: [], outcome: 'nothing-to-show', isMock: true } as const;
  const screen = await draw(<RelatedRecordsCard section={nothing} onOpen={() => {}} />);
  await expect.element(screen.getByRole('heading', { name: 'Contoso Hub' })).toBeVisible();
  await expect.element(screen.getByText(/^Contoso Hub has nothing to show here/)).toBeVisible();
  await expect.element(screen.getByText('Example')).toBeVisible();
  expect(screen.getByRole('list').elements()).toEqual([]);
});
