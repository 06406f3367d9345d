import { Badge, Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Finding } from '../../../host/api/api-types.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  finding: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    overflowWrap: 'anywhere',
  },
  place: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground2 },
});

const colors = { error: 'danger', warning: 'warning', info: 'informative' } as const;

/** What was found in a package: how grave, what and how to mend it, and where. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map((finding) => {
        const { rule, severity, message, file, line, column, pointer } = finding;
        const place = [file, line, column].filter((part) => part !== undefined).join(':');
        return (
          <li key={`${rule} ${place} ${pointer} ${message}`} className={styles.finding}>
            <Badge appearance="tint" color={colors[severity]}>
              {severity}
            </Badge>
            <div>
              <Body1 block>{message}</Body1>
              <Caption1 block className={styles.place}>
                {[rule, place, pointer].filter(Boolean).join(' · ')}
              </Caption1>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
