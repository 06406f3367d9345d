import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

const useStyles = makeStyles({
  part: {
    flex: '1 1 auto',
    '@container (min-width: 780px)': { flex: '1 1 0' },
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    '& > *': { flexShrink: 0 },
  },
  heading: { ...typographyStyles.subtitle2, margin: 0, outlineOffset: '2px', overflowWrap: 'anywhere' },
});

/** Gives a heading the focus, and what stands below it the place on the screen. */
export function bringIntoView(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

/** What opens beside the calls; its heading takes the focus. */
export function InspectedPart({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has another title is another thing.
  useEffect(() => bringIntoView(heading.current), [title]);
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.heading} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}
