import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { withoutRecordType } from '../action-table/ActionTable.fixtures.ts';
import { orders } from './ConnectorCard.fixtures.ts';
import { ConnectorCard } from './ConnectorCard.tsx';

const acts = () => ({
  onChoose: vi.fn(),
  onReload: vi.fn(() => Promise.resolve()),
  onRemove: vi.fn(() => Promise.resolve()),
  onSignIn: vi.fn(() => Promise.reject(new Error('The identity provider does not answer.'))),
  onSignOut: vi.fn(() => Promise.resolve()),
});

test('a connector says where it lies, what it is called at, and what is unusual about it', async () => {
  const screen = await draw(
    <ConnectorCard
      connector={orders}
      connection={{ status: 'connected', user: 'kenny@contoso.com', silent: false }}
      isChosen
      {...acts()}
    />,
  );
  const card = screen.getByRole('region', { name: 'Orders of Northwind' });
  await expect.element(card).toMatchTextContent(/\/home\/kim\/orders.*http:\/\/localhost:3000/);
  await expect.element(card).toMatchTextContent(/Examples.*1 fault on.*1 finding.*Connected as kenny@contoso\.com/);
});

test('what keeps actions from being called is counted first, as errors', async () => {
  const broken = { ...orders, actions: [withoutRecordType] };
  const screen = await draw(<ConnectorCard connector={broken} connection={undefined} isChosen {...acts()} />);
  const card = screen.getByRole('region', { name: 'Orders of Northwind' });
  await expect.element(card).toMatchTextContent(/1 error.*1 fault on.*2 findings/);
  await screen.rerender(
    <ConnectorCard connector={{ ...orders, actions: [] }} connection={undefined} isChosen {...acts()} />,
  );
  await expect.element(card).toMatchTextContent(/1 error.*1 fault on.*1 finding/);
});

test('it is removed once that is confirmed', async () => {
  const { onRemove, ...others } = acts();
  const screen = await draw(
    <ConnectorCard connector={orders} connection={undefined} isChosen onRemove={onRemove} {...others} />,
  );
  await screen.getByRole('button', { name: 'Remove Orders of Northwind' }).click();
  await screen.getByRole('button', { name: 'Cancel' }).click();
  expect(onRemove).not.toHaveBeenCalled();
  await screen.getByRole('button', { name: 'Remove Orders of Northwind' }).click();
  await screen.getByRole('button', { name: 'Remove', exact: true }).click();
  expect(onRemove).toHaveBeenCalledOnce();
});

test('who is not connected signs in; what went wrong is said there', async () => {
  const screen = await draw(
    <ConnectorCard
      connector={orders}
      connection={{ status: 'none', silent: false, problem: 'The sign-in was cancelled.' }}
      isChosen={false}
      {...acts()}
    />,
  );
  await expect.element(screen.getByText('The sign-in was cancelled.')).toBeVisible();
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(screen.getByRole('alert')).toMatchTextContent('The identity provider does not answer.');
});
