import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  text: { flexGrow: 1, flexBasis: '120px', minWidth: 0, overflowWrap: 'anywhere' },
});

/** The host itself could not be asked: what it said, and a button that asks again where that may help. */
export function HostTrouble({ message, onRetry }: { message: string; onRetry?: (() => void) | undefined }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <div role="alert" className={styles.box}>
      <ErrorCircleRegular className={styles.icon} fontSize={20} />
      <Body1 className={styles.text}>{message}</Body1>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </div>
  );
}
