import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import { BackButton } from '../components/back-button/BackButton.tsx';
import { RecordIcon } from '../components/record-link/RecordLink.tsx';
import { useSurface } from '../http/queries.ts';
import { ConnectCards } from './ConnectCards.tsx';
import { RecordCards } from './RecordCards.tsx';
import { shownRecordOf, useSituation } from './situation.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '1120px' },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  title: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

/** A record on a page of its own. */
export function RecordPage({ reference }: { reference: string }) {
  const styles = useStyles();
  const { go, seller, base, recordOf } = useSituation();
  const record = shownRecordOf(reference, recordOf);
  const details = useSurface('record-details', { ...base, record: reference });
  const head = (
    <>
      <div className={styles.head}>
        <BackButton onBack={() => go({ record: undefined })} />
        <RecordIcon type={record.type} />
        <Title3 as="h2" className={styles.title}>
          {record.name}
        </Title3>
      </div>
      {seller && <ConnectCards connect={details.data?.connect} seller={seller.id} />}
    </>
  );
  return (
    <div className={styles.page}>
      <RecordCards record={record} situation={base} head={head} isWide />
    </div>
  );
}
