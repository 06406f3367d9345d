import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useSellerContext } from '../../state/seller-context.ts';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  short: { width: '60%' },
});

/** Keeps the place of a card while the connectors are asked. */
export function CardSkeleton({ title }: { title: string }) {
  const { words } = useSellerContext();
  const styles = useStyles();
  return (
    <SurfaceCard title={title}>
      <Skeleton aria-label={words.loading} className={styles.lines}>
        <SkeletonItem />
        <SkeletonItem />
        <SkeletonItem className={styles.short} />
      </Skeleton>
    </SurfaceCard>
  );
}
