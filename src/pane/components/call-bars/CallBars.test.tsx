import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { shownCall, switchedOffCall, timedOutCall } from '../call-details/CallDetails.fixtures.ts';
import { CallBars } from './CallBars.tsx';
import { DurationBar } from './DurationBar.tsx';

test('a bar is as long as its call against five seconds, with the first byte where it came', async () => {
  const screen = await draw(<DurationBar response={{ durationMs: 1250, firstByteMs: 1000 }} outcome="shown" />);
  const meter = screen.getByRole('meter');
  await expect.element(meter).toHaveAttribute('aria-valuenow', '1250');
  await expect.element(meter).toHaveAttribute('aria-valuemax', '5000');
  await expect.element(meter).toHaveAttribute('aria-valuetext', '1,250 ms, first byte after 1,000 ms');
  const track = meter.element().getBoundingClientRect();
  const parts = [...meter.element().children].map((part) => part.getBoundingClientRect());
  expect(parts.slice(0, 4).map((tick) => Math.round(((tick.x - track.x) / track.width) * 5))).toEqual([1, 2, 3, 4]);
  expect((parts[4]?.width ?? 0) / track.width).toBeCloseTo(0.25, 2);
  expect(((parts[5]?.x ?? 0) - track.x) / track.width).toBeCloseTo(0.2, 2);
});

test('a bar ends at five seconds, whatever the clock says', async () => {
  const screen = await draw(<DurationBar response={{ durationMs: 5100, firstByteMs: null }} outcome="timeout" />);
  await expect.element(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '5000');
});

test('a row tells connector, extension point, status and time; one that sent nothing tells why', async () => {
  const onChoose = vi.fn();
  const calls = [shownCall, timedOutCall, switchedOffCall];
  const screen = await draw(<CallBars calls={calls} chosen="trace-2" onChoose={onChoose} />);
  const row = (index: number) => screen.getByRole('button').nth(index);
  await expect.element(row(0)).toMatchTextContent(/Contoso Hub opportunity-insights200 · 1,250 ms/);
  await expect.element(row(0)).toMatchTextContent(/Shown \(2\), dropped \(1\)/);
  await expect.element(row(1)).toMatchTextContent(/no answer · 5,002 ms.*Timed out/);
  await expect.element(row(1)).toHaveAttribute('aria-current', 'true');
  await expect.element(row(2)).toMatchTextContent(/Not sent: switched off/);
  expect(row(2).element().querySelector('[role=meter]')).toBeNull();
  await row(0).click();
  expect(onChoose).toHaveBeenCalledWith('trace-1');
});

test('arrow keys go from row to row, and Enter chooses', async () => {
  const onChoose = vi.fn();
  const screen = await draw(<CallBars calls={[shownCall, timedOutCall]} onChoose={onChoose} />);
  await userEvent.tab();
  await expect.element(screen.getByRole('button').first()).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onChoose).toHaveBeenCalledWith('trace-2');
});

test('fifty calls are drawn, and more on demand', async () => {
  const calls = Array.from({ length: 120 }, (_, index) => ({ ...shownCall, id: `call-${index}` }));
  const screen = await draw(<CallBars calls={calls} onChoose={() => {}} />);
  await expect.element(screen.getByRole('listitem')).toHaveLength(50);
  await screen.getByRole('button', { name: 'Show more (70)' }).click();
  await expect.element(screen.getByRole('listitem')).toHaveLength(100);
});
