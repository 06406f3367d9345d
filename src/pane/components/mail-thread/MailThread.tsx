import { Avatar, Body1, Body1Strong, Caption1, Link, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { MailView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { dayAndTime } from '../../state/times.ts';
import { keyed } from '../keyed.ts';
import { paragraphsOf } from './paragraphs-of.ts';

const useStyles = makeStyles({
  mail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  subject: { margin: 0 },
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `2px ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  people: { display: 'flex', gap: tokens.spacingHorizontalM },
  names: { flexGrow: 1, minWidth: 0 },
  sender: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  grey: { color: tokens.colorNeutralForeground3 },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '72ch' },
  paragraph: { margin: 0, whiteSpace: 'pre-line' },
  quoted: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

/** The reading pane: subject, who wrote to whom, what Copilot says of it, the text; earlier messages set off. */
export function MailThread({
  mail,
  trackedTo,
  onOpenRecord,
  children,
}: {
  mail: MailView;
  /** Name of the record that the mail is connected to. */
  trackedTo?: string | undefined;
  onOpenRecord: () => void;
  /** Between the head and the text. */
  children?: ReactNode;
}) {
  const styles = useStyles();
  const { words, language, timeZone } = useSellerContext();
  const sender = mail.fromName ?? words.unknownSender;
  const [newest = '', ...earlier] = mail.messages;
  return (
    <article className={styles.mail} aria-label={mail.subject || words.noSubject}>
      <div className={styles.head}>
        <Title3 as="h2" className={styles.subject}>
          {mail.subject || words.noSubject}
        </Title3>
        {trackedTo !== undefined && (
          <Link as="button" className={styles.tag} onClick={onOpenRecord}>
            <LinkRegular aria-hidden="true" />
            {words.trackedTo(trackedTo)}
          </Link>
        )}
      </div>
      <div className={styles.people}>
        <Avatar aria-hidden="true" name={sender} color="colorful" size={40} />
        <div className={styles.names}>
          <div className={styles.sender}>
            <span>
              <Body1Strong>{sender}</Body1Strong> <Caption1 className={styles.grey}>{mail.from}</Caption1>
            </span>
            {mail.sentDateTime && (
              <Caption1 className={styles.grey}>{dayAndTime(mail.sentDateTime, language, timeZone)}</Caption1>
            )}
          </div>
          {[
            [words.to, mail.toNames.join('; ')],
            [words.copyTo, mail.ccNames.join('; ')],
          ].map(
            ([label, people]) =>
              people && (
                <Caption1 key={label} block className={styles.grey}>
                  {label}: {people}
                </Caption1>
              ),
          )}
        </div>
      </div>
      {children}
      <div className={styles.body} lang={mail.language}>
        <Paragraphs text={newest} />
        {keyed(earlier, (text) => text).map(([key, text]) => (
          <blockquote key={key} className={styles.quoted} aria-label={words.quotedMessage}>
            <Paragraphs text={text} />
          </blockquote>
        ))}
      </div>
    </article>
  );
}

function Paragraphs({ text }: { text: string }) {
  const styles = useStyles();
  return keyed(paragraphsOf(text), (each) => each).map(([key, each]) => (
    <Body1 as="p" key={key} className={styles.paragraph}>
      {each}
    </Body1>
  ));
}
