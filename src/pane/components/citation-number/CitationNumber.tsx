import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  number: {
    minWidth: '20px',
    height: '18px',
    padding: '0 4px',
    marginInlineStart: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    verticalAlign: 'middle',
  },
  surface: {
    maxWidth: 'calc(100vw - 32px)',
    maxHeight: '80vh',
    overflow: 'auto',
    boxSizing: 'border-box',
  },
});

/** A number that opens what stands behind a line, at the side where there is room. */
export function CitationNumber({
  number,
  title,
  side,
  children,
}: {
  number: number;
  /** Names what opens. */
  title: string;
  side: 'before' | 'after';
  children: ReactNode;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <Popover trapFocus withArrow positioning={side}>
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" className={styles.number} aria-label={words.citation(number)}>
          {number}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={title}>
        {children}
      </PopoverSurface>
    </Popover>
  );
}
