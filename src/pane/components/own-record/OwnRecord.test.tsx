import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { OwnRecord } from './OwnRecord.tsx';

test('a record is sent with its name, in the CRM and organization that were chosen', async () => {
  const onAdd = vi.fn(() => Promise.resolve());
  const screen = await draw(<OwnRecord onAdd={onAdd} />);
  await screen.getByRole('textbox', { name: 'Record' }).fill(' opportunity:006Qy ');
  await screen.getByRole('textbox', { name: 'Name', exact: true }).fill('Ten machines');
  await screen.getByRole('combobox', { name: 'CRM' }).selectOptions('Salesforce');
  await screen.getByRole('textbox', { name: 'Address of the organization' }).fill('https://own.my.salesforce.com');
  await screen.getByRole('button', { name: 'Open record' }).click();
  expect(onAdd).toHaveBeenCalledExactlyOnceWith({
    record: 'opportunity:006Qy',
    name: 'Ten machines',
    crm: 'salesforce:https://own.my.salesforce.com',
  });
});

test('a record that is none is told, and stays to be mended', async () => {
  const onAdd = vi.fn(() => Promise.reject(new Error('The record "1" has no type.')));
  const screen = await draw(<OwnRecord onAdd={onAdd} />);
  const box = screen.getByRole('textbox', { name: 'Record' });
  await box.fill('1');
  await screen.getByRole('button', { name: 'Open record' }).click();
  expect(onAdd).toHaveBeenCalledWith({ record: '1', crm: 'dynamics365' });
  await expect.element(screen.getByRole('alert')).toMatchTextContent('The record "1" has no type.');
  await expect.element(box).toHaveValue('1');
});
