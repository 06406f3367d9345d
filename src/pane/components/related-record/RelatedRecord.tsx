import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useSellerContext } from '../../state/seller-context.ts';
import { BackButton } from '../back-button/BackButton.tsx';
import { ConnectorIcon } from '../connector-icon/ConnectorIcon.tsx';
import { LabelledValues } from '../labelled-values/LabelledValues.tsx';
import type { RelatedRow } from '../related-records-card/RelatedRecordsCard.tsx';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

const useStyles = makeStyles({
  record: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: { minWidth: 0 },
  title: { margin: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** A record of a partner application, opened: all that the connector tells of it. */
export function RelatedRecord({
  row: { title, typeName, properties },
  connector,
  connectorTitle,
  onBack,
}: {
  row: RelatedRow;
  /** Key of the connector. */
  connector: string;
  connectorTitle: string;
  onBack: () => void;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <article className={styles.record} aria-label={title}>
      <div className={styles.head}>
        <BackButton onBack={onBack} />
        <ConnectorIcon connector={connector} title={connectorTitle} size={40} />
        <div className={styles.names}>
          <Subtitle2 as="h2" block className={styles.title} title={title}>
            {title}
          </Subtitle2>
          <Caption1 block>{typeName}</Caption1>
        </div>
      </div>
      <SurfaceCard title={words.detailsOf(typeName)}>
        <LabelledValues values={properties} />
      </SurfaceCard>
    </article>
  );
}
