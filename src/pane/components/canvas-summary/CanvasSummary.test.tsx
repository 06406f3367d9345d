import { expect, test } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { threeConnectors } from '../email-summary-card/EmailSummaryCard.fixtures.ts';
import { CanvasSummary } from './CanvasSummary.tsx';

test('sentences come first, then one line a connector; examples are marked, and the text ends with the warning', async () => {
  const screen = await draw(<CanvasSummary view={threeConnectors} />);
  const lines = screen.getByRole('paragraph').all();
  expect(lines.map((line) => line.element().textContent)).toEqual([
    'Alberto Burgos wrote to Kenny Smith about the framework agreement.',
    'Alberto Burgos asks: “Could you have that changed?”',
    'Info from Contoso Hub: Fourth Coffee opened the framework agreement 3 times.',
    'Info from Quotes: A quote ends tomorrow.',
  ]);
  await expect.element(screen.getByText('Example')).toHaveLength(1);
  await expect.element(screen.getByText('AI-generated content may be incorrect')).toBeVisible();
});
