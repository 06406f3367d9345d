import { InfoLabel, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0 },
  title: { flexGrow: 1, minWidth: 0, margin: 0 },
});

/** A white card of the Sales pane: its heading, a hint behind (i), and what it holds. */
export function SurfaceCard({
  title,
  hint,
  icon,
  actions,
  children,
}: {
  title: string;
  hint?: string;
  icon?: ReactNode;
  /** At the right of the heading. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  const heading = (
    <Subtitle2 as="h2" className={styles.title} block>
      {title}
    </Subtitle2>
  );
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        {icon}
        {hint ? <InfoLabel info={hint}>{heading}</InfoLabel> : heading}
        {actions && <span style={{ marginInlineStart: 'auto' }}>{actions}</span>}
      </div>
      {children}
    </section>
  );
}
