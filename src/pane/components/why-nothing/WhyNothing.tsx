import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Link,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectorView, Trace } from '../../../host/api/api-types.ts';
import { clock } from '../call-bars/CallBars.tsx';
import { answerLines, callLines } from './call-lines.ts';
import { isPoint, points } from './extension-points.ts';
import { overviewLines, packageLines } from './package-lines.ts';
import { TenantChecklist } from './TenantChecklist.tsx';
import { VerdictLines, VerdictPart } from './Verdicts.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, overflowWrap: 'anywhere' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  choice: { flexGrow: 1, minWidth: '140px' },
  text: { margin: 0 },
});

/** The connector that a call went to, by its key, else by its title. */
export function connectorOf(
  connectors: readonly ConnectorView[],
  { connectorKey, connector: title }: Pick<Trace, 'connectorKey' | 'connector'>,
): ConnectorView | undefined {
  return connectors.find((each) => (connectorKey === undefined ? each.title === title : each.key === connectorKey));
}

/** Why a call showed nothing: the package, the call, the answer, and what may be wrong in a tenant. */
export function WhyNothing({ trace, connectors }: { trace: Trace; connectors: readonly ConnectorView[] }) {
  return (
    <Answer connectors={connectors} connector={connectorOf(connectors, trace)} wanted={trace.wanted} trace={trace} />
  );
}

/** The same without a call at hand: for a connector and an extension point, by the newest call for them, if there is one. */
export function WhyNothingAt({
  connectors,
  calls,
  onOpen,
}: {
  connectors: readonly ConnectorView[];
  /** Newest first. */
  calls: readonly Trace[];
  /** Opens a call. */
  onOpen: (id: string) => void;
}) {
  const styles = useStyles();
  const [key, setKey] = useState<string>();
  const [wanted, setWanted] = useState<string>(points[0] ?? '');
  const connector = connectors.find((each) => each.key === key) ?? connectors[0];
  if (!connector) return <p className={styles.text}>There is no connector. Add one, on the page Connectors.</p>;
  const trace = calls.find(
    (call) =>
      connectorOf([connector], call) && (wanted === 'sales-chat' ? !isPoint(call.wanted) : call.wanted === wanted),
  );
  return (
    <div className={styles.all}>
      <div className={styles.choices}>
        <Field label="Connector" className={styles.choice}>
          <Select value={connector.key} onChange={(_event, { value }) => setKey(value)}>
            {connectors.map((each) => (
              <option key={each.key} value={each.key}>
                {each.title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Extension point" className={styles.choice}>
          <Select value={wanted} onChange={(_event, { value }) => setWanted(value)}>
            {points.map((point) => (
              <option key={point}>{point}</option>
            ))}
          </Select>
        </Field>
      </div>
      {trace && (
        <p className={styles.text}>
          By the newest call, of {clock(trace.at)}.{' '}
          <Link inline onClick={() => onOpen(trace.id)}>
            Open it
          </Link>
        </p>
      )}
      <Answer connectors={connectors} connector={connector} wanted={trace?.wanted ?? wanted} trace={trace} />
    </div>
  );
}

function Answer({
  connectors,
  connector,
  wanted,
  trace,
}: {
  connectors: readonly ConnectorView[];
  connector: ConnectorView | undefined;
  wanted: string;
  trace: Trace | undefined;
}) {
  const styles = useStyles();
  return (
    <div className={styles.all}>
      <VerdictPart title="1. The package" lines={packageLines(connectors, connector, wanted)} />
      {connector && (
        <Accordion collapsible>
          <AccordionItem value="points">
            <AccordionHeader as="h5" size="small">{`All extension points of ${connector.title}`}</AccordionHeader>
            <AccordionPanel>
              <VerdictLines lines={overviewLines(connector)} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      <VerdictPart title="2. The call" lines={callLines(trace, connector, wanted)} />
      <VerdictPart title="3. The answer" lines={answerLines(trace)} />
      <TenantChecklist />
    </div>
  );
}
