import { expect, test, vi } from 'vitest';
import type { CrmRecord } from '../../../host/api/api-types.ts';
import { draw } from '../../testing/draw.tsx';
import { RecordList } from './RecordList.tsx';

const record = (type: string, name: string, account?: string): CrmRecord => ({
  type,
  name,
  ids: { Dynamics365: name },
  fields: {},
  ...(account !== undefined && { account }),
});
const records = [
  record('msdyn_project', 'Roastery'),
  record('account', 'Fourth Coffee'),
  record('opportunity', '50 Cafe A-100 Automatic', 'Fourth Coffee'),
  record('opportunity', '12 Cafe Duo', 'Alpine Ski House'),
];

test('records are grouped by type, and open', async () => {
  const open = vi.fn();
  const screen = await draw(<RecordList records={records} onOpen={open} />);
  const groups = screen.getByRole('heading', { level: 3 }).all();
  expect(groups.map((group) => group.element().textContent)).toEqual(['Opportunities', 'Accounts', 'Other records']);
  await screen.getByRole('button', { name: 'Roastery' }).click();
  expect(open).toHaveBeenCalledWith(records[0]);
});

test('the filter looks at names and accounts, and says when nothing is left', async () => {
  const screen = await draw(<RecordList records={records} onOpen={() => {}} />);
  const box = screen.getByRole('searchbox', { name: 'Filter records' });
  await box.fill('fourth');
  await expect.element(screen.getByRole('listitem')).toHaveLength(2);
  await box.fill('nothing like it');
  await expect.element(screen.getByText('No records here.')).toBeVisible();
});
