import type { ShownField } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { ofType } from '../../words/words.ts';
import { LabelledValues } from '../labelled-values/LabelledValues.tsx';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

/** What the CRM's own card shows of a record, in its order. */
export function RecordFieldsCard({ type, fields }: { type: string; fields: readonly ShownField[] }) {
  const { words } = useSellerContext();
  return (
    <SurfaceCard title={ofType(words.recordDetails, type)}>
      <LabelledValues values={fields.map(({ label, value }) => [label, value])} />
    </SurfaceCard>
  );
}
