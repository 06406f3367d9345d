import { Caption1, Caption1Strong, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ChangedLines, MendedFile } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  file: { overflowWrap: 'anywhere' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  lines: {
    margin: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
  },
  before: { borderLeft: `3px solid ${tokens.colorStatusDangerBorder2}`, textDecorationLine: 'line-through' },
  now: { borderLeft: `3px solid ${tokens.colorStatusSuccessBorder2}` },
});

/** One file that was mended: by which rules, and its lines before and now. */
export function ChangedFile({ file: { file, findings, changes } }: { file: MendedFile }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return (
    <div>
      <Caption1Strong block className={styles.file}>
        {file}
      </Caption1Strong>
      <Caption1 block>{rules.join(', ')}</Caption1>
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={change.line}>
            <Caption1 block>{words.lineNumber(change.line)}</Caption1>
            <Lines label={words.linesBefore} lines={change.before} className={styles.before} />
            <Lines label={words.linesNow} lines={change.after} className={styles.now} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lines({
  label,
  lines,
  className,
}: {
  label: string;
  lines: ChangedLines['before'];
  className: string | undefined;
}) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <figure style={{ margin: 0 }} aria-label={label}>
      <pre className={mergeClasses(styles.lines, className)} lang="en">
        {lines.join('\n')}
      </pre>
    </figure>
  );
}
