import { Body1, Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular, LightbulbFilled } from '@fluentui/react-icons';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { color: tokens.colorPaletteYellowForeground2, marginTop: '2px' },
  body: { gridColumnStart: '2' },
  problem: { color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
});

/** Offers the connection that a connector needs; `problem` is what went wrong with the last sign-in. */
export function ConnectCard({
  title,
  problem,
  isBusy = false,
  onSignIn,
  onDismiss,
}: {
  /** The connector's. */
  title: string;
  problem?: string | undefined;
  isBusy?: boolean;
  onSignIn: () => void;
  onDismiss: () => void;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <section className={styles.card} aria-label={words.connectTo(title)}>
      <LightbulbFilled className={styles.icon} fontSize={20} aria-hidden="true" />
      <Body1>{words.connectTo(title)}</Body1>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={words.dismiss}
        title={words.dismiss}
        onClick={onDismiss}
      />
      {problem && (
        <Caption1 role="alert" className={mergeClasses(styles.body, styles.problem)}>
          {problem}
        </Caption1>
      )}
      <div className={styles.body}>
        <Button appearance="primary" size="small" disabledFocusable={isBusy} onClick={onSignIn}>
          {words.signIn}
        </Button>
      </div>
    </section>
  );
}
