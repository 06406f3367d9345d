import { Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { MailView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { shortTime } from '../../state/times.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  mail: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    backgroundColor: tokens.colorBrandBackground2,
    borderLeft: `3px solid ${tokens.colorCompoundBrandBackground}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  whole: { gridColumnEnd: 'span 2' },
  grey: { color: tokens.colorNeutralForeground2 },
});

const previewLength = 140;

/** The mailbox: a button a mail, the open one marked. */
export function MailList({
  mails,
  open,
  onOpen,
}: {
  mails: readonly MailView[];
  /** Id of the mail that is open. */
  open: string | undefined;
  onOpen: (id: string) => void;
}) {
  const styles = useStyles();
  const { words, language, timeZone } = useSellerContext();
  return (
    <ul className={styles.list}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <button
            type="button"
            className={mergeClasses(styles.mail, mail.id === open && styles.open)}
            aria-current={mail.id === open}
            onClick={() => onOpen(mail.id)}
          >
            <Text weight="semibold" truncate wrap={false} block>
              {mail.fromName ?? words.unknownSender}
            </Text>
            <Caption1 className={styles.grey}>
              {mail.sentDateTime && shortTime(mail.sentDateTime, language, timeZone)}
            </Caption1>
            <Text className={styles.whole} size={200} truncate wrap={false} block>
              {mail.subject || words.noSubject}
            </Text>
            <Caption1 className={mergeClasses(styles.whole, styles.grey)} truncate wrap={false} block>
              {mail.messages[0]?.slice(0, previewLength).replace(/\s+/g, ' ')}
            </Caption1>
          </button>
        </li>
      ))}
    </ul>
  );
}
