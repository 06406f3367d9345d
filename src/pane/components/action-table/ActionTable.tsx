import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Caption1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ConnectorAction, LintedFinding } from '../../../host/api/api-types.ts';
import { findingsOfAction } from '../findings-list/findings-of.ts';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { ActionRow } from './ActionRow.tsx';
import { sortedActions } from './action-reading.ts';
import { nameOfPoint } from './point-names.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    overflowWrap: 'anywhere',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  },
  switch: { width: '56px' },
  match: { width: '22%' },
  verdict: { width: '26%' },
  missing: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
  code: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground2 },
  others: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
});

/**
 * The actions of a connector as an administrator switches them: what each is to a seller, by what it was recognized and
 * whether it would be invoked; then what the package is missing, and the operations that the host has no use for.
 */
export function ActionTable({
  actions,
  lint,
  onEnable,
}: {
  actions: readonly ConnectorAction[];
  /** What lint says of the package, once that is known. */
  lint?: readonly LintedFinding[] | undefined;
  onEnable: (operationId: string, isEnabled: boolean) => Promise<unknown>;
}) {
  const styles = useStyles();
  const { used, others, missing } = sortedActions(actions);
  const { submit, problem } = useSubmission(({ operationId, isEnabled }: { operationId: string; isEnabled: boolean }) =>
    onEnable(operationId, isEnabled),
  );
  return (
    <div className={styles.all}>
      <Problem text={problem} />
      <table className={styles.table} aria-label="Actions">
        <thead>
          <tr>
            <th scope="col" className={styles.switch}>
              <Caption1>On</Caption1>
            </th>
            <th scope="col">
              <Caption1>Action</Caption1>
            </th>
            <th scope="col" className={styles.match}>
              <Caption1>Recognized by</Caption1>
            </th>
            <th scope="col" className={styles.verdict}>
              <Caption1>Verdict</Caption1>
            </th>
          </tr>
        </thead>
        <tbody>
          {used.map((action) => (
            <ActionRow
              key={action.pointer}
              action={action}
              findings={findingsOfAction(action, lint)}
              onEnable={(operationId, isEnabled) => void submit({ operationId, isEnabled })}
            />
          ))}
          {missing.map((id) => (
            <tr key={id} className={styles.missing}>
              <td />
              <td colSpan={3}>
                <Body1>
                  {nameOfPoint(id)}: no {id === 'sales-chat' ? 'chat skill' : 'action'} answers it
                </Body1>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="others">
            <AccordionHeader as="h4">
              {others.length === 1 ? '1 other operation' : `${others.length} other operations`}
            </AccordionHeader>
            <AccordionPanel>
              <ul className={styles.others}>
                {others.map(({ operationId, method, path, pointer, reasons }) => (
                  <li key={pointer}>
                    <Body1 block>{operationId ?? 'No operationId'}</Body1>
                    <Caption1 block className={styles.code}>
                      {method} {path}
                    </Caption1>
                    {reasons.map(({ message }) => (
                      <Caption1 block key={message}>
                        {message}
                      </Caption1>
                    ))}
                  </li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </div>
  );
}
