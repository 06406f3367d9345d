import { Body1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { BackButton } from '../components/back-button/BackButton.tsx';
import { EmailSummaryCard } from '../components/email-summary-card/EmailSummaryCard.tsx';
import { InsightsCard } from '../components/insights-card/InsightsCard.tsx';
import { OpportunityCard } from '../components/opportunity-card/OpportunityCard.tsx';
import { PaneHead } from '../components/pane-head/PaneHead.tsx';
import { RecordLink } from '../components/record-link/RecordLink.tsx';
import { SurfaceCard } from '../components/surface-card/SurfaceCard.tsx';
import { useSurface } from '../http/queries.ts';
import type { Place } from '../state/place.ts';
import { useSellerContext } from '../state/seller-context.ts';
import { Asked } from './Asked.tsx';
import { ConnectCards } from './ConnectCards.tsx';
import { useOpenMail } from './situation.ts';

const RecordPane = lazy(async () => ({ default: (await import('./RecordPane.tsx')).RecordPane }));
const DraftPane = lazy(async () => ({ default: (await import('./DraftPane.tsx')).DraftPane }));

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
});

/** What every pane begins with: its head, and what wants a sign-in. */
export interface PaneProps {
  readonly head: ReactNode;
}

const panes: Readonly<Record<NonNullable<Place['pane']>, ComponentType<PaneProps>>> = {
  record: RecordPane,
  draft: DraftPane,
};

/** The Sales pane beside a mail: what wants a sign-in, then the mail, a record, or a draft. */
export function SalesPane() {
  const styles = useStyles();
  const { words } = useSellerContext();
  const { place, go, seller, mail, asked } = useOpenMail();
  const summary = useSurface('email-summary', asked, mail !== undefined);
  const Pane = place.pane ? panes[place.pane] : MailPane;
  const head = (
    <>
      <PaneHead title={words.salesPane}>
        {place.pane && <BackButton key={place.pane} onBack={() => go({ pane: undefined, record: undefined })} />}
      </PaneHead>
      {seller && <ConnectCards connect={summary.data?.connect} seller={seller.id} />}
    </>
  );
  return (
    <div className={styles.pane}>
      <Suspense fallback={<Spinner label={words.loading} />}>
        <Pane head={head} />
      </Suspense>
    </div>
  );
}

function MailPane({ head }: PaneProps) {
  const { words } = useSellerContext();
  const { go, world, mail, connected, asked } = useOpenMail();
  const summary = useSurface('email-summary', asked, mail !== undefined);
  const opportunity = connected.find(({ type }) => type === 'opportunity');
  const insights = useSurface(
    'opportunity-insights',
    { ...asked, record: opportunity?.reference },
    opportunity !== undefined,
  );
  const others = connected.filter((record) => record !== opportunity);
  const openRecord = (record: string) => go({ pane: 'record', record });
  if (!mail) return world.data && <Body1>{words.chooseMail}</Body1>;
  const from = mail.fromName ?? words.unknownSender;
  return (
    <>
      {head}
      <Asked query={summary} title={words.emailFrom(from)}>
        {(view) => (
          <EmailSummaryCard
            view={view}
            from={from}
            received={mail.sentDateTime}
            onDraft={() => go({ pane: 'draft', record: undefined })}
          />
        )}
      </Asked>
      {opportunity && (
        <>
          <OpportunityCard record={opportunity} onOpen={() => openRecord(opportunity.reference)} />
          <Asked query={insights} title={words.insightsFromSources}>
            {(view) => <InsightsCard view={view} />}
          </Asked>
        </>
      )}
      {others.length > 0 && (
        <SurfaceCard title={words.connectedRecords}>
          {others.map((record) => (
            <RecordLink key={record.reference} record={record} onOpen={() => openRecord(record.reference)} />
          ))}
        </SurfaceCard>
      )}
      {connected.length === 0 && <Body1>{words.noRecordConnected}</Body1>}
    </>
  );
}
