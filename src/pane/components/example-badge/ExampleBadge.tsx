import { Badge, makeStyles } from '@fluentui/react-components';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({ badge: { flexShrink: 0 } });

/** Marks what is an example of the package, not an answer of its connector. */
export function ExampleBadge() {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <Badge className={styles.badge} appearance="tint" color="important" size="small" title={words.example}>
      {words.exampleBadge}
    </Badge>
  );
}
