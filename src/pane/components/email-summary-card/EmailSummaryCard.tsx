import { Body1, Body1Strong, Button, Divider, makeStyles, tokens } from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons';
import type { EmailSummaryView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { dayAndTime } from '../../state/times.ts';
import { AiFooter } from '../ai-footer/AiFooter.tsx';
import { ConnectorSection } from '../connector-section/ConnectorSection.tsx';
import { keyed } from '../keyed.ts';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

const useStyles = makeStyles({
  mail: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: { margin: 0 },
  title: { margin: 0 },
  draft: { alignSelf: 'flex-start' },
});

/** The card of the mail: its summary, every insight of each connector, and the way to a draft. */
export function EmailSummaryCard({
  view,
  from,
  received,
  onDraft,
}: {
  view: Pick<EmailSummaryView, 'summary' | 'sections'>;
  /** The sender's name. */
  from: string;
  /** ISO 8601. */
  received?: string | undefined;
  onDraft: () => void;
}) {
  const styles = useStyles();
  const { words, language, timeZone } = useSellerContext();
  return (
    <SurfaceCard
      title={words.emailFrom(from)}
      subtitle={received && words.received(dayAndTime(received, language, timeZone))}
      icon={
        <span className={styles.mail}>
          <MailRegular fontSize={20} aria-hidden="true" />
        </span>
      }
    >
      <Divider />
      <Body1Strong as="h3" className={styles.title}>
        {words.keyEmailInfo}
      </Body1Strong>
      {keyed(view.summary, (each) => each).map(([key, sentence]) => (
        <Body1 as="p" key={key} className={styles.text}>
          {sentence}
        </Body1>
      ))}
      {view.sections.map((section) => (
        <ConnectorSection key={section.connector} section={section} title={words.infoFrom(section.title)} />
      ))}
      <Button className={styles.draft} appearance="primary" onClick={onDraft}>
        {words.draftEmail}
      </Button>
      <AiFooter />
    </SurfaceCard>
  );
}
