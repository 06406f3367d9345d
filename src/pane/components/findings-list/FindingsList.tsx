import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons';
import type { Finding } from '../../../host/api/api-types.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, marginTop: '2px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
  place: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

const icons = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular } as const;
const order = ['error', 'warning', 'info'] as const;

/** Findings, the gravest first: severity, message, rule and where it is. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  const styles = useStyles();
  const sorted = findings.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  return (
    <ul className={styles.list}>
      {sorted.map(({ rule, severity, message, file, pointer, line, column }, index) => {
        const Icon = icons[severity];
        const position = [file, line, column].filter((part) => part !== undefined).join(':');
        const place = [position, pointer].filter(Boolean).join(' ');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finding may be there twice, and the list never moves.
          <li key={index} className={styles.line}>
            <Icon aria-hidden="true" className={mergeClasses(styles.icon, styles[severity])} />
            <span>
              <strong>{severity}</strong> {message}
              <span className={styles.place}>
                {rule}
                {place && ` · ${place}`}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
