import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { CanvasSummary } from '../components/canvas-summary/CanvasSummary.tsx';
import { MailList } from '../components/mail-list/MailList.tsx';
import { MailThread } from '../components/mail-thread/MailThread.tsx';
import { useSurface } from '../http/queries.ts';
import { placeOf } from '../state/place.ts';
import { useSellerContext } from '../state/seller-context.ts';
import { placeBeforeSignIn } from '../state/sign-in-return.ts';
import { Asked } from './Asked.tsx';
import { SalesPane } from './SalesPane.tsx';
import { useOpenMail } from './situation.ts';

// The page beside an open inspector is narrower than the window: what counts is its own width.
const medium = '@container (max-width: 1040px)';
const narrow = '@container (max-width: 680px)';
const useStyles = makeStyles({
  container: { height: '100%', containerType: 'inline-size' },
  page: {
    height: '100%',
    display: 'grid',
    gridTemplateColumns: '280px minmax(0, 1fr) 352px',
    gridTemplateAreas: '"list mail pane"',
    [medium]: {
      gridTemplateColumns: 'minmax(0, 1fr) 352px',
      gridTemplateRows: 'minmax(120px, 30%) minmax(0, 1fr)',
      gridTemplateAreas: '"list pane" "mail pane"',
    },
    [narrow]: {
      height: 'auto',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto auto auto',
      gridTemplateAreas: '"list" "mail" "pane"',
    },
  },
  list: {
    gridArea: 'list',
    minWidth: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [medium]: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    [narrow]: { maxHeight: '260px' },
  },
  title: { margin: 0, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  mail: { gridArea: 'mail', minWidth: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
  pane: {
    gridArea: 'pane',
    minWidth: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  empty: { padding: tokens.spacingHorizontalXXL },
});

/** Outlook's shape: the mailbox, the mail with its summary over it, the Sales pane at its right. */
export function MailPage() {
  const styles = useStyles();
  const { words } = useSellerContext();
  const { go, world, mails, mail, foremost, asked } = useOpenMail();
  const summary = useSurface('email-summary', asked, mail !== undefined);
  useEffect(() => {
    const search = placeBeforeSignIn();
    if (search) go(placeOf(search));
  }, [go]);
  return (
    <div className={styles.container}>
      <div className={styles.page}>
        <nav className={styles.list} aria-label={words.inbox}>
          <Subtitle2 as="h2" block className={styles.title}>
            {words.inbox}
          </Subtitle2>
          <Asked query={world} title={words.inbox}>
            {() =>
              mails.length === 0 ? (
                <Body1 className={styles.empty}>{words.noMails}</Body1>
              ) : (
                <MailList
                  mails={mails}
                  open={mail?.id}
                  onOpen={(id) => go({ mail: id, pane: undefined, record: undefined })}
                />
              )
            }
          </Asked>
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
        <section className={styles.mail} aria-label={words.readingPane} tabIndex={0}>
          {mail && (
            <MailThread
              key={mail.id}
              mail={mail}
              trackedTo={foremost?.name}
              onOpenRecord={() => go({ pane: 'record', record: foremost?.reference })}
            >
              <Asked query={summary} title={words.summaryByCopilot}>
                {(view) => <CanvasSummary view={view} />}
              </Asked>
            </MailThread>
          )}
        </section>
        <aside className={styles.pane} aria-label={words.salesPane}>
          <SalesPane />
        </aside>
      </div>
    </div>
  );
}
