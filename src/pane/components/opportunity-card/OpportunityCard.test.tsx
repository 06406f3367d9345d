import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { OpportunityCard } from './OpportunityCard.tsx';

const record = {
  type: 'opportunity',
  name: '50 Cafe A-100 Automatic',
  fields: { amount: 345_000, currency: 'EUR', closesOn: '2026-12-13', owner: 'Kenny Smith' },
};

test('revenue, close date and owner in the seller’s language; the name opens the record', async () => {
  const open = vi.fn();
  const screen = await draw(<OpportunityCard record={record} onOpen={open} />, { language: 'de-DE' });
  await expect.element(screen.getByText(/^Est\. revenue: 345\.000\s€$/)).toBeVisible();
  await expect.element(screen.getByText('Est. close date: 13.12.2026')).toBeVisible();
  await expect.element(screen.getByText('Owner: Kenny Smith')).toBeVisible();
  await screen.getByRole('button', { name: '50 Cafe A-100 Automatic' }).click();
  expect(open).toHaveBeenCalledOnce();
});

test('what the CRM does not know is left out', async () => {
  const screen = await draw(<OpportunityCard record={{ ...record, fields: {} }} onOpen={() => {}} />);
  await expect.element(screen.getByRole('button', { name: record.name })).toBeVisible();
  expect(screen.getByText(/revenue|date|Owner/).elements()).toEqual([]);
});
