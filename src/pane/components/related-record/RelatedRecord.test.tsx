import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { agreements } from '../related-records-card/RelatedRecordsCard.fixtures.ts';
import { RelatedRecord } from './RelatedRecord.tsx';

const [row] = agreements.rows;

test('every property is told, the title is cut at one line, and the way back has the focus', async () => {
  const back = vi.fn();
  const screen = await draw(
    <div style={{ width: '320px' }}>
      {row && <RelatedRecord row={row} connector="contoso-hub" connectorTitle="Contoso Hub" onBack={back} />}
    </div>,
  );
  const title = screen.getByRole('heading', { name: row?.title ?? '' });
  const element = title.element();
  expect(element.scrollWidth).toBeGreaterThan(element.clientWidth);
  expect(getComputedStyle(element)).toMatchObject({ textOverflow: 'ellipsis', whiteSpace: 'nowrap' });
  const details = screen.getByRole('region', { name: 'Agreement details' });
  await expect
    .element(details)
    .toMatchTextContent(/StatusSignedLast changeNov 17, 2026SignersAlberto Burgos and Tony BenisValue\$118,500$/);
  const arrow = screen.getByRole('button', { name: 'Back' });
  await expect.element(arrow).toHaveFocus();
  await arrow.click();
  expect(back).toHaveBeenCalledOnce();
});
