import {
  Button,
  Caption1,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0, minWidth: 0 },
  names: { flexGrow: 1, minWidth: 0 },
  titles: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS, minWidth: 0 },
  grey: { color: tokens.colorNeutralForeground3 },
  hint: { maxWidth: '264px' },
});

/** A white card of the Sales pane: its heading, a hint behind (i), and what it holds. */
export function SurfaceCard({
  title,
  hint,
  subtitle,
  icon,
  actions,
  children,
}: {
  title: string;
  hint?: string;
  /** Small and grey, below the title. */
  subtitle?: string | undefined;
  icon?: ReactNode;
  /** At the right of the heading. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        {icon}
        <div className={styles.names}>
          <div className={styles.titles}>
            <Subtitle2 as="h2" className={styles.title} block>
              {title}
            </Subtitle2>
            {hint && <Hint about={title} text={hint} />}
          </div>
          {subtitle && (
            <Caption1 block className={styles.grey}>
              {subtitle}
            </Caption1>
          )}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** The (i) beside a title. */
export function Hint({ about, text }: { about: string; text: string }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <Popover withArrow size="small">
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" size="small" icon={<InfoRegular />} aria-label={words.whatIsThis(about)} />
      </PopoverTrigger>
      <PopoverSurface className={styles.hint}>{text}</PopoverSurface>
    </Popover>
  );
}
