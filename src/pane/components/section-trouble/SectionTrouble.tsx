import { Caption1, Link, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { Outcome, Section } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import type { Words } from '../../words/words.ts';

const useStyles = makeStyles({
  why: { fontSize: tokens.fontSizeBase200 },
  pending: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    color: tokens.colorNeutralForeground3,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
  },
});

/** Outcomes that are nobody's failure; of all others the seller reads that something went wrong. */
const sellersWords: { readonly [Each in Outcome]?: (words: Words, connector: string) => string } = {
  'nothing-to-show': (words, connector) => words.nothingToShow(connector),
  'no-action': (words, connector) => words.nothingToShow(connector),
  'switched-off': (words, connector) => words.switchedOff(connector),
  'missing-input': (words, connector) => words.missingInput(connector),
  'rewritten-by-gateway': (words, connector) => words.notRunHere(connector),
  'not-confirmed': (words) => words.notConfirmed,
};

/**
 * What stands in place of a section that shows nothing (yet): the seller's words, and the way to the reason. One that was
 * shown without the sign-in that its package wants is marked.
 */
export function SectionTrouble({ section: { outcome, title, trace, isUnsigned } }: { section: Section }) {
  const styles = useStyles();
  const { words, explain } = useSellerContext();
  if (outcome === 'shown')
    return isUnsigned ? <Caption1 className={styles.line}>{words.shownUnsigned}</Caption1> : null;
  if (outcome === 'pending')
    return (
      <Skeleton aria-label={`${title}: ${words.loading}`} className={styles.pending}>
        <SkeletonItem />
        <SkeletonItem />
      </Skeleton>
    );
  return (
    <Caption1 className={styles.line}>
      {sellersWords[outcome]?.(words, title) ?? words.somethingWentWrong}
      <Link as="button" inline className={styles.why} onClick={() => explain(trace)}>
        {words.whyNothing}
      </Link>
    </Caption1>
  );
}
