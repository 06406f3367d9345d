import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  place: { ':empty': { display: 'none' } },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** What the host refused, in its words; nothing where nothing is wrong. */
export function Problem({ text }: { text: string | undefined }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.place}>
      {text && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody className={styles.text}>{text}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
