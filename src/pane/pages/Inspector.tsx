import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Select,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular, DismissRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Trace } from '../../host/api/api-types.ts';
import { CallBars } from '../components/call-bars/CallBars.tsx';
import { wordsOf } from '../components/call-outcome/outcomes.ts';
import { WhyNothingAt } from '../components/why-nothing/WhyNothing.tsx';
import { useCalls, useConnectors } from '../http/queries.ts';
import { usePlace } from '../state/place.ts';
import { InspectedCall } from './InspectedCall.tsx';
import { bringIntoView, InspectedPart } from './InspectedPart.tsx';

const wide = '@container (min-width: 780px)';
const useStyles = makeStyles({
  inspector: { containerType: 'inline-size', height: '100%' },
  all: { display: 'flex', flexDirection: 'column', height: '100%' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0 },
  count: { color: tokens.colorNeutralForeground3, marginInlineEnd: 'auto' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalM },
  filter: { flex: '1 1 120px', minWidth: 0 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    [wide]: { flexDirection: 'row' },
  },
  list: { flex: '1 1 auto', minWidth: 0, minHeight: 0, overflowY: 'auto' },
  listBeside: {
    flex: '0 0 auto',
    maxHeight: '34vh',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    [wide]: {
      flex: '0 0 400px',
      maxHeight: 'none',
      borderBottom: 'none',
      borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
  empty: { margin: tokens.spacingHorizontalM },
});

/** The inspector: the last calls, the chosen one with all that was traced, and why nothing is shown. */
export function Inspector() {
  const styles = useStyles();
  const [place, go] = usePlace();
  const calls = useCalls();
  const connectors = useConnectors();
  const [isAsking, setAsking] = useState(false);
  /** What had the focus when the inspector was opened gets it back. */
  const [opener] = useState(() => document.activeElement);
  const heading = useRef<HTMLHeadingElement>(null);
  /** Opened by hand, not with the page: a narrow page has it far below. A call that opens with it takes the focus itself. */
  const [isBroughtIntoView] = useState(() => opener !== document.body && place.call === undefined);
  useEffect(() => {
    if (isBroughtIntoView) bringIntoView(heading.current);
  }, [isBroughtIntoView]);
  const close = () => {
    go({ inspector: false, call: undefined });
    if (opener instanceof HTMLElement) opener.focus();
  };
  const [connector, setConnector] = useState('');
  const [outcome, setOutcome] = useState('');
  /** The call that was chosen here, by its row: it opens with what happened. One chosen elsewhere, with the reason. */
  const [chosenHere, setChosenHere] = useState<string>();
  const choose = useCallback(
    (call: string) => {
      setChosenHere(call);
      setAsking(false);
      go({ call });
    },
    [go],
  );
  const all = calls.data ?? [];
  const shown = all.filter(
    (call) => (connector === '' || call.connector === connector) && (outcome === '' || call.outcome === outcome),
  );
  const chosen = isAsking ? undefined : place.call;
  return (
    <div className={styles.inspector}>
      <div className={styles.all}>
        <div className={styles.head}>
          <h2 className={styles.title} ref={heading} tabIndex={-1}>
            <Subtitle2>Inspector</Subtitle2>
          </h2>
          <span className={styles.count}>{countOf(all.length, shown.length)}</span>
          <Button
            size="small"
            icon={<QuestionCircleRegular />}
            aria-pressed={isAsking}
            appearance={isAsking ? 'primary' : 'secondary'}
            onClick={() => setAsking(!isAsking)}
          >
            Why is nothing shown?
          </Button>
          <Button
            as="a"
            size="small"
            appearance="subtle"
            icon={<ArrowDownloadRegular />}
            href="/api/calls.ndjson"
            download="calls.ndjson"
            aria-label="Download the calls as NDJSON"
            title="Download the calls as NDJSON"
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label="Close the inspector"
            title="Close the inspector"
            onClick={close}
          />
        </div>
        <div className={styles.body}>
          <div className={mergeClasses(styles.list, (chosen !== undefined || isAsking) && styles.listBeside)}>
            {all.length > 0 && (
              <div className={styles.filters}>
                <Choice label="Connector" none="All connectors" value={connector} onChoose={setConnector}>
                  {namesOf(all, (call) => call.connector)}
                </Choice>
                <Choice label="Outcome" none="All outcomes" value={outcome} onChoose={setOutcome}>
                  {namesOf(all, (call) => call.outcome)}
                </Choice>
              </div>
            )}
            {calls.isPending && <Spinner size="small" label="Loading the calls …" />}
            {calls.error && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{calls.error.message}</MessageBarBody>
              </MessageBar>
            )}
            {calls.data && all.length === 0 && <p className={styles.empty}>No calls yet. Open a mail or a record.</p>}
            {all.length > 0 && shown.length === 0 && <p className={styles.empty}>No call is like that.</p>}
            {shown.length > 0 && <CallBars calls={shown} chosen={chosen} onChoose={choose} />}
          </div>
          {isAsking && (
            <InspectedPart title="Why is nothing shown?">
              <WhyNothingAt connectors={connectors.data ?? []} calls={all} onOpen={choose} />
            </InspectedPart>
          )}
          {chosen && (
            <InspectedCall
              key={chosen}
              id={chosen}
              trace={all.find(({ id }) => id === chosen)}
              isLoading={calls.isFetching}
              isChosenHere={chosen === chosenHere}
              onOpen={choose}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function countOf(all: number, shown: number): string {
  const calls = all === 1 ? '1 call' : `${all} calls`;
  return shown === all ? calls : `${shown} of ${calls}`;
}

function namesOf(calls: readonly Trace[], nameOf: (call: Trace) => string): readonly string[] {
  return [...new Set(calls.map(nameOf))].toSorted();
}

function Choice({
  label,
  none,
  value,
  onChoose,
  children,
}: {
  label: string;
  none: string;
  value: string;
  onChoose: (value: string) => void;
  children: readonly string[];
}) {
  const styles = useStyles();
  const names = value !== '' && !children.includes(value) ? [value, ...children] : children;
  return (
    <Select
      size="small"
      aria-label={label}
      className={styles.filter}
      value={value}
      onChange={(_event, { value: chosen }) => onChoose(chosen)}
    >
      <option value="">{none}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {label === 'Outcome' ? wordsOf(name).words : name}
        </option>
      ))}
    </Select>
  );
}
