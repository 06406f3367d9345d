import { Body1, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectorAction, Finding } from '../../../host/api/api-types.ts';
import { FindingsList } from '../findings-list/FindingsList.tsx';

const useStyles = makeStyles({
  details: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  code: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground2 },
});

/** Behind an action: its description, why it is not invoked, what was found in it. */
export function ActionDetails({ action, findings }: { action: ConnectorAction; findings: readonly Finding[] }) {
  const styles = useStyles();
  const { description, reasons, needsConfirmation, rewritten } = action;
  return (
    <div className={styles.details}>
      <Body1>{description || 'It has no description.'}</Body1>
      {needsConfirmation && <Caption1>The seller is asked before it is called.</Caption1>}
      {rewritten && <Body1>{rewritten}</Body1>}
      {reasons.length > 0 && (
        <>
          <Body1Strong>Why it is not invoked</Body1Strong>
          <ul className={styles.list}>
            {reasons.map(({ code, message, pointer }) => (
              <li key={`${code} ${pointer} ${message}`}>
                <Body1>
                  <span className={styles.code}>{code}</span> {message}
                </Body1>{' '}
                <Caption1 className={styles.code} block>
                  {pointer}
                </Caption1>
              </li>
            ))}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <Body1Strong>Findings</Body1Strong>
          <FindingsList findings={findings} />
        </>
      )}
    </div>
  );
}
