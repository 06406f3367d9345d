import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { twoFindings } from '../mend-part/MendPart.fixtures.ts';
import { fiveActions } from './ActionTable.fixtures.ts';
import { ActionTable } from './ActionTable.tsx';

const done = () => Promise.resolve();

test('every action says what it is, by what it was recognized, and whether it would be invoked', async () => {
  const screen = await draw(<ActionTable actions={fiveActions} onEnable={done} />);
  const row = (text: string) => screen.getByRole('row').filter({ hasText: text });
  await expect
    .element(row('scp-get-sales-highlights'))
    .toMatchTextContent(/Opportunity insights.*GET \/sales-highlights.*Description, exactly.*Would be invoked/);
  await expect.element(row('insights-two')).toMatchTextContent(/Description, loosely.*Unused duplicate/);
  await expect.element(row('scp-get-related-records')).toMatchTextContent(/Name only.*Not invoked.*1 finding/);
  await expect.element(row('scp-get-content-suggestions')).toMatchTextContent(/former wording.*Switched off/);
});

test('an action that is not invoked says why at once; its findings stand there with their place', async () => {
  const screen = await draw(<ActionTable actions={fiveActions} onEnable={done} />);
  await expect.element(screen.getByText(/^required-input-missing/)).toBeVisible();
  await expect.element(screen.getByText('/paths/~1related-records/get/parameters')).toBeVisible();
  await expect
    .element(screen.getByText(/apiDefinition\.swagger\.json:12:7/))
    .toMatchTextContent(/action-description-exact/);
  const details = screen.getByRole('button', { name: 'Details of scp-get-related-records' });
  await expect.element(details).toHaveAttribute('aria-expanded', 'true');
  await details.click();
  expect(screen.getByText(/^required-input-missing/).elements()).toEqual([]);
});

test('the switch of an action is handed back; a refusal is shown', async () => {
  const onEnable = vi.fn(() => Promise.reject(new Error('There is no such operation.')));
  const screen = await draw(<ActionTable actions={fiveActions} onEnable={onEnable} />);
  await screen.getByRole('switch', { name: 'Opportunity insights (scp-get-sales-highlights)' }).click();
  expect(onEnable).toHaveBeenLastCalledWith('scp-get-sales-highlights', false);
  await expect.element(screen.getByRole('alert')).toMatchTextContent('There is no such operation.');
  await screen.getByRole('switch', { name: 'Email draft (scp-get-content-suggestions)' }).click();
  expect(onEnable).toHaveBeenLastCalledWith('scp-get-content-suggestions', true);
});

test('extension points without an action are named, other operations folded away with their reason', async () => {
  const screen = await draw(<ActionTable actions={fiveActions} onEnable={done} />);
  await expect.element(screen.getByText('Record summary: no action answers it')).toBeVisible();
  await expect.element(screen.getByText('Email summary: no action answers it')).toBeVisible();
  await expect.element(screen.getByText('Sales chat: no chat skill answers it')).toBeVisible();
  expect(screen.getByText(/^Record details: no action/).elements()).toEqual([]);
  expect(screen.getByText('TestConnection').elements()).toEqual([]);
  await screen.getByRole('button', { name: '1 other operation' }).click();
  await expect.element(screen.getByText('The host has no use for it.')).toBeVisible();
});

test('what lint says of an action stands with it; its rule opens to why it is there', async () => {
  const screen = await draw(<ActionTable actions={fiveActions} lint={twoFindings.findings} onEnable={done} />);
  const row = screen.getByRole('row').filter({ hasText: 'scp-get-sales-highlights' });
  await expect.element(row.first()).toMatchTextContent(/1 finding/);
  await screen.getByRole('button', { name: 'Details of scp-get-sales-highlights' }).click();
  await expect.element(screen.getByText(/differs from the documented one in its full stop/)).toBeVisible();
  await expect.element(screen.getByText('Can be mended')).toBeVisible();
  expect(screen.getByText('There is no icon.png.').elements()).toEqual([]);
  await screen.getByTitle('Why there is the rule action-description-exact').click();
  await expect.element(screen.getByText('Copilot for Sales finds the action by it.')).toBeVisible();
});
