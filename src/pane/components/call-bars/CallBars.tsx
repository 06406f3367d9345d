import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import type { Trace } from '../../../host/api/api-types.ts';
import { OutcomeIcon } from '../call-outcome/OutcomeIcon.tsx';
import { wordsOfCall } from '../call-outcome/outcomes.ts';
import { DurationBar, milliseconds, seconds } from './DurationBar.tsx';

const columns = '20px minmax(0, 1fr) 124px';
const useStyles = makeStyles({
  scale: {
    display: 'grid',
    gridTemplateColumns: columns,
    columnGap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM} 2px`,
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
  },
  numbers: { gridColumn: 2, display: 'flex', justifyContent: 'space-between' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: columns,
    columnGap: tokens.spacingHorizontalS,
    rowGap: '3px',
    alignItems: 'center',
    width: '100%',
    padding: `6px ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  wanted: { color: tokens.colorNeutralForeground2 },
  right: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  second: { gridColumn: 2 },
  grey: { color: tokens.colorNeutralForeground3 },
  more: { margin: tokens.spacingHorizontalM },
});

const step = 50;

/** The calls as rows, newest first, each with its time drawn against five seconds; fifty, and more on demand. */
export function CallBars({
  calls,
  chosen,
  onChoose,
}: {
  calls: readonly Trace[];
  chosen?: string | undefined;
  onChoose: (id: string) => void;
}) {
  const styles = useStyles();
  const [wanted, setWanted] = useState(step);
  const count = Math.max(wanted, calls.findIndex(({ id }) => id === chosen) + 1);
  const drawn = calls.slice(0, count);
  /** The row that the Tab key comes to. */
  const [visited, setVisited] = useState<string>();
  const entry = [visited, chosen].find((id) => drawn.some((call) => call.id === id)) ?? drawn[0]?.id;
  return (
    <div>
      <div className={styles.scale} aria-hidden="true">
        <span className={styles.numbers}>
          {seconds.map((second) => (
            <span key={second}>{second === 0 ? '0 s' : second}</span>
          ))}
        </span>
      </div>
      <ul className={styles.list} aria-label="Calls, newest first" onKeyDown={moveByArrow}>
        {drawn.map((call) => (
          <li key={call.id}>
            <CallRow
              call={call}
              isChosen={call.id === chosen}
              isEntry={call.id === entry}
              onVisit={setVisited}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
      {calls.length > count && (
        <Button className={styles.more} size="small" onClick={() => setWanted(count + step)}>
          {`Show more (${(calls.length - count).toLocaleString('en')})`}
        </Button>
      )}
    </div>
  );
}

/** Where each key leads, from the row at an index, among so many. */
const moves: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const move = moves[event.key];
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const index = rows.indexOf(event.target as HTMLButtonElement);
  if (!move || index < 0) return;
  event.preventDefault();
  rows[move(index, rows.length)]?.focus();
}

const CallRow = memo(function CallRow({
  call,
  isChosen,
  isEntry,
  onVisit,
  onChoose,
}: {
  call: Trace;
  isChosen: boolean;
  /** The Tab key comes to this one of the rows; arrow keys lead to the others. */
  isEntry: boolean;
  onVisit: (id: string) => void;
  onChoose: (id: string) => void;
}) {
  const styles = useStyles();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { id, at, connector, wanted, outcome, request, response, isMock, dropped } = call;
  const { words, tone } = wordsOfCall(call);
  const wasSent = request !== null && response !== null;
  return (
    <button
      ref={row}
      type="button"
      className={mergeClasses(styles.row, isChosen && styles.chosen)}
      tabIndex={isEntry ? 0 : -1}
      onFocus={() => onVisit(id)}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => onChoose(id)}
    >
      <OutcomeIcon tone={tone} />
      <span className={styles.name}>
        <strong>{connector}</strong> <span className={styles.wanted}>{wanted}</span>
      </span>
      <span className={styles.right}>
        {wasSent && `${response.status ?? 'no answer'} · ${milliseconds(response.durationMs)}`}
      </span>
      <span className={styles.second}>
        {wasSent ? (
          <>
            <DurationBar response={response} outcome={outcome} />
            {(outcome !== 'shown' || dropped.length > 0) && <span className={styles.grey}>{words}</span>}
          </>
        ) : (
          <span className={styles.grey}>{isMock ? `Example: the connector was not asked. ${words}` : words}</span>
        )}
      </span>
      <time className={mergeClasses(styles.right, styles.grey)} dateTime={at}>
        {clock(at)}
      </time>
    </button>
  );
});

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** 14:30:05, where the developer is. */
export function clock(iso: string): string {
  const date = Date.parse(iso);
  return Number.isNaN(date) ? iso : time.format(date);
}
