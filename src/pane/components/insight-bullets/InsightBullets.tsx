import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import type { Bullet, Citation } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { CitationCard } from '../citation-card/CitationCard.tsx';
import { keyed } from '../keyed.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  number: {
    minWidth: '20px',
    height: '18px',
    padding: '0 4px',
    marginInlineStart: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    verticalAlign: 'middle',
  },
});

/** One bullet an item; the number behind it opens its citation. */
export function InsightBullets({
  bullets,
  citations = [],
}: {
  bullets: readonly Bullet[];
  citations?: readonly Citation[];
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {keyed(bullets, ({ text }) => text).map(([key, { text, citation: number }]) => {
        const citation = citations.find((each) => each.number === number);
        return (
          <li key={key}>
            {text}
            {citation && <CitationNumber citation={citation} />}
          </li>
        );
      })}
    </ul>
  );
}

/** A number that opens its citation. */
export function CitationNumber({ citation }: { citation: Citation }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <Popover trapFocus withArrow positioning="before">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" className={styles.number} aria-label={words.citation(citation.number)}>
          {citation.number}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={citation.title}>
        <CitationCard citation={citation} />
      </PopoverSurface>
    </Popover>
  );
}
