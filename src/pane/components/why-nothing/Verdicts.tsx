import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, ErrorCircleFilled, QuestionCircleRegular, WarningFilled } from '@fluentui/react-icons';
import { gravest, type Line, type Verdict } from './line.ts';

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px', marginTop: '2px' },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  problem: { color: tokens.colorStatusDangerForeground1 },
  notice: { color: tokens.colorStatusWarningForeground3 },
  unknown: { color: tokens.colorNeutralForeground3 },
  heading: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    paddingInlineStart: '24px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere', minWidth: 0 },
  text: { minWidth: 0 },
  mend: { display: 'block', color: tokens.colorNeutralForeground2 },
  place: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

const signs = {
  ok: [CheckmarkCircleFilled, 'OK'],
  problem: [ErrorCircleFilled, 'Problem'],
  notice: [WarningFilled, 'Notice'],
  unknown: [QuestionCircleRegular, 'Unknown'],
} as const satisfies Record<Verdict, unknown>;

/** A part of the answer: its heading with the gravest verdict, and a line for each thing that was looked at. */
export function VerdictPart({ title, lines }: { title: string; lines: readonly Line[] }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={title}>
      <h4 className={styles.heading}>
        <VerdictIcon verdict={gravest(lines)} />
        {title}
      </h4>
      <VerdictLines lines={lines} />
    </section>
  );
}

export function VerdictLines({ lines }: { lines: readonly (Line & { readonly point?: string })[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {lines.map(({ verdict, text, mend, place, point }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and the list never moves.
        <li key={index} className={styles.line}>
          <VerdictIcon verdict={verdict} />
          <span className={styles.text}>
            {point && <strong>{point} </strong>}
            {text}
            {mend && <span className={styles.mend}>{mend}</span>}
            {place && <span className={styles.place}>{place}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function VerdictIcon({ verdict }: { verdict: Verdict }) {
  const styles = useStyles();
  const [Icon, name] = signs[verdict];
  return <Icon role="img" aria-label={name} className={mergeClasses(styles.icon, styles[verdict])} />;
}
