import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, ErrorCircleFilled, SubtractCircleRegular, WarningFilled } from '@fluentui/react-icons';
import type { Tone } from './outcomes.ts';

const icons = {
  good: CheckmarkCircleFilled,
  neutral: SubtractCircleRegular,
  halted: WarningFilled,
  failed: ErrorCircleFilled,
} as const satisfies Record<Tone, unknown>;

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px' },
  good: { color: tokens.colorBrandForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
  halted: { color: tokens.colorStatusWarningForeground3 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

/** How a call ended, as a sign beside its words. */
export function OutcomeIcon({ tone, className }: { tone: Tone; className?: string }) {
  const styles = useStyles();
  const Icon = icons[tone];
  return <Icon aria-hidden="true" className={mergeClasses(styles.icon, styles[tone], className)} />;
}
