import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import { RecordList } from '../components/record-list/RecordList.tsx';
import { useSellerContext } from '../state/seller-context.ts';
import { Asked } from './Asked.tsx';
import { RecordPage } from './RecordPage.tsx';
import { referenceOf, useSituation } from './situation.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
  },
  title: { margin: 0 },
});

/** The seller's records, or the one that is open. */
export function RecordsPage() {
  const styles = useStyles();
  const { words } = useSellerContext();
  const { place, go, world, records } = useSituation();
  const ofThisCrm = records.filter((record) => referenceOf(record, place.crm) !== undefined);
  return (
    <div className={styles.page}>
      {place.record ? (
        <RecordPage key={place.record} reference={place.record} />
      ) : (
        <>
          <Title3 as="h2" className={styles.title}>
            {words.records}
          </Title3>
          <Asked query={world} title={words.records}>
            {() => (
              <RecordList records={ofThisCrm} onOpen={(record) => go({ record: referenceOf(record, place.crm) })} />
            )}
          </Asked>
        </>
      )}
    </div>
  );
}
