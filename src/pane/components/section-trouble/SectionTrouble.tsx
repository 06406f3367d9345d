import { Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Section } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  line: { color: tokens.colorNeutralForeground3, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What stands in place of a section that shows nothing: the seller's words, and the way to the reason. */
export function SectionTrouble({ section: { outcome, title, trace } }: { section: Section }) {
  const styles = useStyles();
  const { words, explain } = useSellerContext();
  if (outcome === 'shown') return null;
  return (
    <Caption1 className={styles.line}>
      {outcome === 'nothing-to-show' || outcome === 'no-action' ? words.nothingToShow(title) : words.somethingWentWrong}
      <Link inline onClick={() => explain(trace)}>
        {words.whyNothing}
      </Link>
    </Caption1>
  );
}
