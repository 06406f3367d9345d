import { expect, test } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { withoutRecordType } from '../action-table/ActionTable.fixtures.ts';
import { orders } from '../connector-card/ConnectorCard.fixtures.ts';
import { ConnectorDetails } from './ConnectorDetails.tsx';
import type { ConnectorChanges } from './connector-changes.ts';

const done = () => Promise.resolve();
const changes: ConnectorChanges = {
  enable: done,
  setFaults: done,
  change: done,
  reload: done,
  mend: () => Promise.resolve([]),
  remove: done,
  signIn: done,
  signOut: done,
  pasteToken: done,
};
const rest = { faults: [], seller: undefined, sellers: [], changes };

test('why an action is not invoked is an error among the findings, counted before the others', async () => {
  const screen = await draw(<ConnectorDetails connector={{ ...orders, actions: [withoutRecordType] }} {...rest} />);
  const tab = screen.getByRole('tab', { name: /^Findings/ });
  await expect.element(tab).toMatchTextContent(/^Findings12/);
  await tab.click();
  const findings = screen.getByRole('tabpanel').getByRole('listitem');
  await expect.element(findings).toHaveLength(3);
  await expect
    .element(findings.first())
    .toMatchTextContent(/^error scp-get-related-records would not be invoked\. No parameter.*required-input-missing/);
});

test('a package of which nothing is called says so', async () => {
  const screen = await draw(<ConnectorDetails connector={{ ...orders, actions: [] }} {...rest} firstTab="Findings" />);
  await expect.element(screen.getByText(/Nothing of this connector is ever called/)).toBeVisible();
});
