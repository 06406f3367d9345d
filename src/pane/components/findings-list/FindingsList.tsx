import { Badge, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { Finding, LintedFinding } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';

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
  words: { minWidth: 0 },
  rule: { fontFamily: 'inherit', fontSize: 'inherit', textDecorationLine: 'underline' },
  why: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalXS} 0`,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  place: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

const icons = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular } as const;
const order = ['error', 'warning', 'info'] as const;

/** Findings, the gravest first: severity, message, place, and the rule, which opens to its why where that is known. */
export function FindingsList({ findings }: { findings: readonly (Finding | LintedFinding)[] }) {
  const styles = useStyles();
  const { words, language } = useSellerContext();
  const sorted = findings.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  return (
    <ul className={styles.list}>
      {sorted.map((finding, index) => {
        const { severity, message, file, pointer, line, column } = finding;
        const Icon = icons[severity];
        const position = [file, line, column].filter((part) => part !== undefined).join(':');
        const place = [position, pointer].filter(Boolean).join(' ');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finding may be there twice, and the list never moves.
          <li key={index} className={styles.line}>
            <Icon aria-hidden="true" className={mergeClasses(styles.icon, styles[severity])} />
            <div className={styles.words}>
              <strong lang={language}>{words.severities[severity]}</strong> {message}{' '}
              {'fixable' in finding && finding.fixable && (
                <Badge appearance="outline" color="success" size="small" lang={language}>
                  {words.canBeMended}
                </Badge>
              )}
              <span className={styles.place}>
                <RuleName finding={finding} />
                {place && ` · ${place}`}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The id of a rule; a link to why it is there, where that is known. */
function RuleName({ finding }: { finding: Finding | LintedFinding }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { rule } = finding;
  if (!('why' in finding) || finding.why === '') return rule;
  return (
    <>
      <Link
        as="button"
        className={styles.rule}
        title={words.whyRule(rule)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {rule}
      </Link>
      {isOpen && (
        <span id={id} className={styles.why} lang="en">
          <strong>{finding.title}</strong>
          <span>{finding.why}</span>
          <span>{finding.source}</span>
        </span>
      )}
    </>
  );
}
