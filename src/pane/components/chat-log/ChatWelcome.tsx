import { Body1, Button, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { ChatSparkleRegular } from '@fluentui/react-icons';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  welcome: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    textAlign: 'center',
    paddingTop: '8vh',
  },
  sign: { fontSize: '48px', color: tokens.colorBrandForeground1 },
  grey: { color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalL} 0 0`,
    padding: 0,
    width: '100%',
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
  },
  suggestion: {
    width: '100%',
    height: '100%',
    minHeight: '64px',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    borderRadius: tokens.borderRadiusXLarge,
    padding: tokens.spacingHorizontalL,
  },
});

/** Before the first question: what chat is for, and questions to start with. */
export function ChatWelcome({
  suggestions,
  onAsk,
}: {
  suggestions: readonly string[];
  onAsk: (question: string) => void;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <div className={styles.welcome}>
      <ChatSparkleRegular className={styles.sign} aria-hidden="true" />
      <Title3 as="h3" className={styles.title}>
        {words.chatWelcome}
      </Title3>
      <Body1 className={styles.grey}>{words.chatHint}</Body1>
      <ul className={styles.list} aria-label={words.suggestions}>
        {suggestions.map((question) => (
          <li key={question}>
            <Button className={styles.suggestion} onClick={() => onAsk(question)}>
              {question}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
