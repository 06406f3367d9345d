import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ActionView, Trace } from '../../../host/api/api-types.ts';
import { OutcomeIcon } from '../call-outcome/OutcomeIcon.tsx';
import { wordsOfCall } from '../call-outcome/outcomes.ts';
import { FindingsList } from '../findings-list/FindingsList.tsx';
import { JsonView } from '../json-view/JsonView.tsx';
import { Request, Response } from './HttpMessage.tsx';
import { ValuesTable } from './ValuesTable.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, overflowWrap: 'anywhere' },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  outcome: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', margin: 0 },
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: '20px' },
  place: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  grey: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** All that was traced of a call: what went wrong, then the rest in the order in which it happened. */
export function CallDetails({ trace }: { trace: Trace }) {
  const styles = useStyles();
  const { action, outcome, explanation, values, request, response, items, hasMoreResults, dropped, findings, isMock } =
    trace;
  const { words, mend, tone } = wordsOfCall(trace);
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  const found = (
    <Part title={`Findings (${findings.length})`}>
      {findings.length > 0 ? <FindingsList findings={findings} /> : <p className={styles.grey}>None.</p>}
    </Part>
  );
  return (
    <div className={styles.all}>
      <Part title="Outcome">
        <p className={styles.outcome}>
          <OutcomeIcon tone={tone} />
          <span>
            <strong>{words}.</strong> {explanation}
            {isMock && ' This is an example: the connector was not asked.'}
          </span>
        </p>
        {mend && <p className={styles.text}>{mend}</p>}
      </Part>
      {dropped.length > 0 && (
        <Part title={`Dropped (${dropped.length})`}>
          <ul className={styles.list}>
            {dropped.map(({ index, why }) => (
              <li key={index}>{`Item ${index + 1}: ${why}`}</li>
            ))}
          </ul>
        </Part>
      )}
      {hasErrors && found}
      <Part title="Action">
        {action ? <Action action={action} /> : <p className={styles.grey}>None was chosen.</p>}
      </Part>
      {values.length > 0 && (
        <Part title="Values">
          <ValuesTable values={values} />
        </Part>
      )}
      <Part title="Request">
        {request ? <Request request={request} /> : <p className={styles.grey}>Nothing was sent.</p>}
      </Part>
      {response && (
        <Part title="Response">
          <Response response={response} outcome={outcome} />
        </Part>
      )}
      {(response || isMock) && (
        <Part title={`Shown (${items.length})`}>
          {items.length > 0 ? (
            <JsonView value={items} label="Items that were shown" />
          ) : (
            <p className={styles.grey}>Nothing was shown.</p>
          )}
          {hasMoreResults && <p className={styles.text}>The connector has more (hasMoreResults).</p>}
        </Part>
      )}
      {!hasErrors && found}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={title}>
      <h4 className={styles.heading}>{title}</h4>
      {children}
    </section>
  );
}

const matches = { description: 'by its description', operationId: 'by its operation id only' } as const;

function Action({ action: { operationId, extensionPoint, matchedBy, invocable, reasons } }: { action: ActionView }) {
  const styles = useStyles();
  const what = extensionPoint ? `answers ${extensionPoint}` : 'is no extension point: a chat skill';
  return (
    <>
      <p className={styles.text}>
        <strong>{operationId ?? 'An operation without operationId'}</strong> {what}
        {matchedBy && `, matched ${matches[matchedBy]}`}.{' '}
        {invocable ? 'The host invokes it.' : 'The host would not invoke it.'}
      </p>
      {reasons.length > 0 && (
        <ul className={styles.list}>
          {reasons.map(({ code, message, pointer }) => (
            <li key={`${code} ${pointer} ${message}`}>
              {message}
              <span className={styles.place}>{`${code} · ${pointer}`}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
