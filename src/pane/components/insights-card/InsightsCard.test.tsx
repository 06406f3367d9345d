import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { oneTimedOut, twoInsights } from './InsightsCard.fixtures.ts';
import { InsightsCard } from './InsightsCard.tsx';

test('every insight is a bullet, and its number opens the citation with time, properties, source and page', async () => {
  const screen = await draw(<InsightsCard view={twoInsights} />);
  await expect.element(screen.getByRole('listitem')).toHaveLength(2);
  await screen.getByRole('button', { name: 'Citation 1' }).click();
  const citation = screen.getByRole('article', { name: 'Contract signed' });
  await expect.element(citation).toMatchTextContent(/Tue, 07\/08\/2025, 2:30\sPM/);
  await expect.element(citation).toMatchTextContent('Signed byAlberto Burgos, Tony Benis');
  await expect.element(citation).toMatchTextContent('Source: Contoso Hub');
  await expect
    .element(citation.getByRole('link', { name: 'Open in Contoso Hub' }))
    .toHaveAttribute('href', 'https://hub.contoso.com/agreements/AGR-1');
});

test('a citation without a page has no arrow', async () => {
  const screen = await draw(<InsightsCard view={twoInsights} />);
  await screen.getByRole('button', { name: 'Citation 2' }).click();
  const citation = screen.getByRole('article', { name: 'Website visits' });
  await expect.element(citation).toBeVisible();
  expect(citation.getByRole('link').elements()).toEqual([]);
});

test('a connector that failed leaves the others, says what a seller reads, and leads to the reason', async () => {
  const explain = vi.fn();
  const screen = await draw(<InsightsCard view={oneTimedOut} />, { explain });
  await expect.element(screen.getByText(/Kenny Smith sent/)).toBeVisible();
  await expect.element(screen.getByText(/^Something went wrong/)).toBeVisible();
  await screen.getByRole('button', { name: 'Why is nothing shown?' }).click();
  expect(explain).toHaveBeenCalledWith('trace-2');
});
