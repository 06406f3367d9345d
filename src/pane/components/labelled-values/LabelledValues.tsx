import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** Grey labels with their values below, in the order given. */
export function LabelledValues({ values }: { values: readonly (readonly [label: string, value: string])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {values.map(([label, value]) => (
        <div key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
