import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Failure } from '../../../host/api/api-types.ts';

const useStyles = makeStyles({
  all: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    overflowWrap: 'anywhere',
  },
  message: { margin: 0, whiteSpace: 'pre-wrap', fontFamily: 'inherit', fontWeight: tokens.fontWeightSemibold },
  place: { color: tokens.colorNeutralForeground2 },
  excerpt: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    whiteSpace: 'pre-wrap',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  line: { display: 'block' },
  marked: { fontWeight: tokens.fontWeightBold, backgroundColor: tokens.colorStatusDangerBackground1 },
});

/** What one failure says: its message, FILE:LINE:COLUMN, and the lines around that place. */
export function FailureDetails({ failure: { message, file, line, column, excerpt } }: { failure: Failure }) {
  const styles = useStyles();
  const width = String(excerpt.at(-1)?.line ?? '').length;
  return (
    <div className={styles.all} lang="en">
      <pre className={styles.message}>{message}</pre>
      {file && (
        <span className={styles.place}>{[file, line, column].filter((part) => part !== undefined).join(':')}</span>
      )}
      {excerpt.length > 0 && (
        <pre className={styles.excerpt}>
          {excerpt.map((each) => {
            const isPlace = each.line === line;
            const head = `${String(each.line).padStart(width)} | `;
            return (
              <span key={each.line} className={mergeClasses(styles.line, isPlace && styles.marked)}>
                {`${head}${each.text}`}
                {isPlace && column !== undefined && `\n${' '.repeat(head.length + column - 1)}^`}
              </span>
            );
          })}
        </pre>
      )}
    </div>
  );
}
