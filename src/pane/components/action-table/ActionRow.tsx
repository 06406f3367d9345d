import { Badge, Body1Strong, Button, Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { ConnectorAction, Finding } from '../../../host/api/api-types.ts';
import { ActionDetails } from './ActionDetails.tsx';
import { matchOf, nameOf, verdictsOf } from './action-reading.ts';

const useStyles = makeStyles({
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  switch: { margin: `-${tokens.spacingVerticalS} 0 0 -${tokens.spacingHorizontalS}` },
  code: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground2 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  verdict: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
  },
});

/** One action: its switch, what it is, by what it was recognized, the verdict; the reasons below it when opened. */
export function ActionRow({
  action,
  findings,
  onEnable,
}: {
  action: ConnectorAction;
  findings: readonly Finding[];
  onEnable: (operationId: string, isEnabled: boolean) => void;
}) {
  const styles = useStyles();
  const id = useId();
  const { operationId, method, path, isEnabled, reasons } = action;
  const [isOpen, setOpen] = useState(reasons.length > 0);
  const name = nameOf(action);
  return (
    <>
      <tr className={styles.row}>
        <td>
          <Switch
            className={styles.switch}
            aria-label={`${name} (${operationId ?? path})`}
            checked={isEnabled}
            disabled={operationId === null}
            onChange={(_event, { checked }) => operationId !== null && onEnable(operationId, checked)}
          />
        </td>
        <td>
          <Body1Strong block>{name}</Body1Strong>
          <Caption1 block>{operationId ?? 'No operationId'}</Caption1>
          <Caption1 block className={styles.code}>
            {method} {path}
          </Caption1>
        </td>
        <td>
          <Caption1>{matchOf(action)}</Caption1>
        </td>
        <td>
          <div className={styles.verdict}>
            <div className={styles.badges}>
              {verdictsOf(action).map(({ text, color }) => (
                <Badge key={text} appearance="tint" color={color}>
                  {text}
                </Badge>
              ))}
            </div>
            <Button
              appearance="subtle"
              size="small"
              icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              aria-label={`Details of ${operationId ?? path}`}
              onClick={() => setOpen(!isOpen)}
            />
          </div>
          {findings.length > 0 && (
            <Caption1>{findings.length === 1 ? '1 finding' : `${findings.length} findings`}</Caption1>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr id={id}>
          <td />
          <td colSpan={3}>
            <ActionDetails action={action} findings={findings} />
          </td>
        </tr>
      )}
    </>
  );
}
