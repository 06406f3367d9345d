import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { ContentIcon } from './ContentIcon.tsx';
import { priceList, twoLinks } from './DraftCard.fixtures.ts';
import { DraftCard } from './DraftCard.tsx';

test('links are woven into the draft in order, each with its icon and what it is', async () => {
  const screen = await draw(<DraftCard view={twoLinks} />);
  const paragraphs = screen.getByRole('paragraph').all();
  expect(paragraphs.map((paragraph) => paragraph.element().textContent)).toEqual([
    'Hi Alberto,',
    'You might find some helpful information in the following links: Price list and volume discounts, Cafe A-100 technical data sheet.',
    'Best,\nKenny Smith',
  ]);
  const link = screen.getByRole('link', { name: priceList.title });
  await expect.element(link).toHaveAttribute('href', priceList.url);
  await expect.element(link).toHaveAttribute('target', '_blank');
  await expect.element(link).toHaveAttribute('rel', 'noreferrer');
  await expect.element(link).toHaveAccessibleDescription(/^Excel workbook, 6 pages/);
  const icons = [...screen.container.querySelectorAll('a [data-type]')];
  expect(icons.map((icon) => icon.getAttribute('data-type'))).toEqual(['content-xlsx', 'content-pdf']);
});

test('types have icons of their own, others that of a document; an icon of another machine is not loaded', async () => {
  const types = ['file', 'pdf', 'doc', 'xlsx', 'pptx', 'web', 'video'].map((name) => `content-${name}`);
  const { container } = await draw(types.map((type) => <ContentIcon key={type} type={type} />));
  const drawn = [...container.querySelectorAll('svg')].map((icon) => icon.innerHTML);
  expect(drawn).toHaveLength(7);
  expect(new Set(drawn).size).toBe(7);
  const others = await draw(
    <>
      <ContentIcon type="anything" iconUrl="https://cdn.example.com/icon.png" />
      <ContentIcon type="content-pdf" iconUrl="http://127.0.0.1:8101/icon.png" />
    </>,
  );
  expect(others.container.querySelectorAll('svg')[0]?.innerHTML).toBe(drawn[0]);
  expect([...others.container.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual([
    'http://127.0.0.1:8101/icon.png',
  ]);
});

test('a connector that failed is told below the draft', async () => {
  const explain = vi.fn();
  const screen = await draw(<DraftCard view={twoLinks} />, { explain });
  await expect.element(screen.getByRole('heading', { level: 3 })).toHaveLength(1);
  await expect.element(screen.getByRole('heading', { name: 'Links from Slow Files' })).toBeVisible();
  await screen.getByRole('button', { name: 'Why is nothing shown?' }).click();
  expect(explain).toHaveBeenCalledWith('trace-2');
});
