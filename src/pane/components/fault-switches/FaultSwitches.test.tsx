import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { oneOfEachKind } from './FaultSwitches.fixtures.ts';
import { type FaultSettings, FaultSwitches } from './FaultSwitches.tsx';

async function drawn(settings: FaultSettings = {}) {
  const onChange = vi.fn(() => Promise.resolve());
  const screen = await draw(<FaultSwitches faults={oneOfEachKind} settings={settings} onChange={onChange} />);
  return { screen, onChange };
}

test('milliseconds are sent when they are written, and off when nothing is', async () => {
  const { screen, onChange } = await drawn({ addedLatency: 500, malformedJson: true });
  const box = screen.getByRole('spinbutton', { name: 'Added latency, milliseconds' });
  await expect.element(box).toHaveValue(500);
  await box.fill('800');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onChange).toHaveBeenLastCalledWith({ addedLatency: 800, malformedJson: true });
  await box.fill('');
  await userEvent.tab();
  expect(onChange).toHaveBeenLastCalledWith({ malformedJson: true });
});

test('an error code is chosen from the documented ones', async () => {
  const { screen, onChange } = await drawn();
  await screen.getByRole('combobox', { name: 'Error code' }).selectOptions('BAD_REQUEST');
  expect(onChange).toHaveBeenLastCalledWith({ errorCode: 'BAD_REQUEST' });
});

test('a switch is on or absent', async () => {
  const { screen, onChange } = await drawn({ malformedJson: true });
  const toggle = screen.getByRole('switch', { name: 'Malformed JSON' });
  await expect.element(toggle).toBeChecked();
  await toggle.click();
  expect(onChange).toHaveBeenLastCalledWith({});
});

test('a name is a property, or the first that is required where none is named', async () => {
  const { screen, onChange } = await drawn();
  await screen.getByRole('switch', { name: 'Missing property' }).click();
  expect(onChange).toHaveBeenLastCalledWith({ missingProperty: true });
});

test('a name that was written goes with the switch', async () => {
  const { screen, onChange } = await drawn();
  await screen.getByRole('textbox', { name: 'Missing property, which' }).fill('title');
  await screen.getByRole('switch', { name: 'Missing property' }).click();
  expect(onChange).toHaveBeenLastCalledWith({ missingProperty: 'title' });
});

test('two changes, the second before the host has answered the first, both stand', async () => {
  const onChange = vi.fn<() => Promise<unknown>>(() => new Promise(() => {}));
  const screen = await draw(<FaultSwitches faults={oneOfEachKind} settings={{}} onChange={onChange} />);
  await screen.getByRole('switch', { name: 'Malformed JSON' }).click();
  await screen.getByRole('combobox', { name: 'Error code' }).selectOptions('BAD_REQUEST');
  expect(onChange).toHaveBeenLastCalledWith({ malformedJson: true, errorCode: 'BAD_REQUEST' });
});

test('all are switched off at once; a refusal is shown', async () => {
  const onChange = vi.fn(() => Promise.reject(new Error('The host does not answer.')));
  const screen = await draw(
    <FaultSwitches faults={oneOfEachKind} settings={{ malformedJson: true }} onChange={onChange} />,
  );
  await screen.getByRole('button', { name: 'All off' }).click();
  expect(onChange).toHaveBeenLastCalledWith({});
  await expect.element(screen.getByRole('alert')).toMatchTextContent('The host does not answer.');
  await expect.element(screen.getByRole('switch', { name: 'Malformed JSON' })).toBeChecked();
});
