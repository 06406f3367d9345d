import { MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { RecordsSection, SituationBody } from '../../host/api/api-types.ts';
import { HostTrouble } from '../components/host-trouble/HostTrouble.tsx';
import { InsightsCard } from '../components/insights-card/InsightsCard.tsx';
import { RecordFieldsCard } from '../components/record-fields-card/RecordFieldsCard.tsx';
import { RecordSummaryCard } from '../components/record-summary-card/RecordSummaryCard.tsx';
import { RelatedRecord } from '../components/related-record/RelatedRecord.tsx';
import { RelatedRecordsCard, type RelatedRow } from '../components/related-records-card/RelatedRecordsCard.tsx';
import { HostError } from '../http/host-api.ts';
import { useSurface } from '../http/queries.ts';
import { crms } from '../state/place.ts';
import { useSellerContext } from '../state/seller-context.ts';
import { ofType } from '../words/words.ts';
import { Asked } from './Asked.tsx';
import { type ShownRecord, useSituation } from './situation.ts';

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  wide: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  hidden: { display: 'none' },
});

interface Opened {
  readonly row: RelatedRow;
  readonly section: RecordsSection;
}

/** The cards of a record, one below the other or in two columns; a related record opens in their place. */
export function RecordCards({
  record,
  situation,
  head,
  isWide = false,
}: {
  record: ShownRecord;
  /** Without a record. */
  situation: SituationBody;
  /** Above the cards, as long as they are shown. */
  head: ReactNode;
  /** On a page of its own: two columns, and insights of an opportunity too. */
  isWide?: boolean;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const { place, isUnknown } = useSituation();
  const [opened, setOpened] = useState<Opened>();
  const opener = useRef<Element>(null);
  const asked = { ...situation, record: record.reference };
  const withInsights = isWide && record.type === 'opportunity';
  const summary = useSurface('record-summary', asked);
  const details = useSurface('record-details', asked);
  const insights = useSurface('opportunity-insights', asked, withInsights);
  useEffect(() => {
    if (opened === undefined && opener.current instanceof HTMLElement) opener.current.focus();
  }, [opened]);
  const open = (next: Opened) => {
    opener.current = document.activeElement;
    setOpened(next);
  };
  // What is wrong with the reference is told once, not by each card; to ask again would not help.
  if (details.error instanceof HostError && details.error.status === 400)
    return (
      <div className={styles.cards}>
        {head}
        <HostTrouble message={details.error.message} />
      </div>
    );
  const texts = (
    <div className={styles.cards}>
      <Asked query={summary} title={ofType(words.recordSummary, record.type)}>
        {(view) => <RecordSummaryCard type={record.type} view={view} />}
      </Asked>
      {withInsights && (
        <Asked query={insights} title={words.insightsFromSources}>
          {(view) => <InsightsCard view={view} />}
        </Asked>
      )}
    </div>
  );
  const facts = (
    <div className={styles.cards}>
      <Asked query={details} title={ofType(words.recordDetails, record.type)}>
        {({ fields, cards }) => (
          <>
            <RecordFieldsCard type={record.type} fields={fields} />
            {cards.map((section) => (
              <RelatedRecordsCard key={section.connector} section={section} onOpen={(row) => open({ row, section })} />
            ))}
          </>
        )}
      </Asked>
    </div>
  );
  return (
    <>
      {opened && (
        <RelatedRecord
          row={opened.row}
          connector={opened.section.connector}
          connectorTitle={opened.section.title}
          onBack={() => setOpened(undefined)}
        />
      )}
      <div className={mergeClasses(styles.cards, opened && styles.hidden)}>
        {head}
        {isUnknown(record.reference) && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{words.unknownRecord(crms[place.crm])}</MessageBarBody>
          </MessageBar>
        )}
        <div className={isWide ? styles.wide : styles.cards}>
          {isWide && facts}
          {texts}
          {!isWide && facts}
        </div>
      </div>
    </>
  );
}
