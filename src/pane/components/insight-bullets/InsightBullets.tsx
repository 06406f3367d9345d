import { makeStyles, tokens } from '@fluentui/react-components';
import type { Bullet, Citation } from '../../../host/api/api-types.ts';
import { CitationCard } from '../citation-card/CitationCard.tsx';
import { CitationNumber } from '../citation-number/CitationNumber.tsx';
import { keyed } from '../keyed.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
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
            {citation && (
              <CitationNumber number={citation.number} title={citation.title} side="before">
                <CitationCard citation={citation} />
              </CitationNumber>
            )}
          </li>
        );
      })}
    </ul>
  );
}
