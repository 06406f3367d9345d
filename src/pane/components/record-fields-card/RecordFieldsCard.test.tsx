import { expect, test } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { RecordFieldsCard } from './RecordFieldsCard.tsx';

test('fields stand in the CRM’s order, a label above its value', async () => {
  const fields = [
    { label: 'Topic', value: '50 Cafe A-100 Automatic' },
    { label: 'Est. revenue', value: '$345,000' },
    { label: 'Owner', value: 'Kenny Smith' },
  ];
  const screen = await draw(<RecordFieldsCard type="opportunity" fields={fields} />);
  const card = screen.getByRole('region', { name: 'Opportunity details' });
  await expect.element(card).toMatchTextContent(/Topic50 Cafe A-100 AutomaticEst\. revenue\$345,000OwnerKenny Smith$/);
  await expect.element(screen.getByRole('term')).toHaveLength(3);
});
