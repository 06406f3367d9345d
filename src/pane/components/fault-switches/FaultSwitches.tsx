import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { FaultView } from '../../../host/api/api-types.ts';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { type FaultSetting, FaultSwitch } from './FaultSwitch.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  fault: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 280px', minWidth: 0 },
  grey: { color: tokens.colorNeutralForeground2 },
});

/** The faults that are on, by name. */
export type FaultSettings = Readonly<Record<string, FaultSetting>>;

/** The faults on purpose of one connector; every change sends all that are on then. */
export function FaultSwitches({
  faults,
  settings,
  onChange,
}: {
  faults: readonly FaultView[];
  settings: FaultSettings;
  onChange: (settings: FaultSettings) => Promise<unknown>;
}) {
  const styles = useStyles();
  const { submit, problem } = useSubmission(onChange);
  const [wanted, send] = useWanted(settings, submit);
  const set = (name: string, setting: FaultSetting) => send((before) => onlyOn({ ...before, [name]: setting }));
  return (
    <div className={styles.all}>
      <div className={styles.head}>
        <Body1>What a seller sees when things go wrong: faults on purpose in the calls of this connector.</Body1>
        <Button disabled={!Object.values(wanted).some(isOn)} onClick={() => send(() => ({}))}>
          All off
        </Button>
      </div>
      <Problem text={problem} />
      <ul className={styles.list}>
        {faults.map((fault) => (
          <li key={fault.name} className={styles.fault}>
            <div className={styles.words}>
              <Body1 block>{wordsOf(fault.name)}</Body1>
              <Caption1 block className={styles.grey}>
                {fault.description}
              </Caption1>
            </div>
            <FaultSwitch
              fault={fault}
              name={wordsOf(fault.name)}
              setting={wanted[fault.name]}
              onChange={(setting) => set(fault.name, setting)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is wanted runs ahead of what the host has, so that a change made meanwhile is not lost. */
function useWanted(settings: FaultSettings, submit: (wanted: FaultSettings) => Promise<boolean>) {
  const [ahead, setAhead] = useState<FaultSettings>();
  const latest = useRef(settings);
  const pending = useRef(0);
  if (pending.current === 0) latest.current = settings;
  const send = (change: (before: FaultSettings) => FaultSettings) => {
    latest.current = change(latest.current);
    pending.current++;
    setAhead(latest.current);
    void submit(latest.current).then(() => {
      pending.current--;
      if (pending.current === 0) setAhead(undefined);
    });
  };
  return [ahead ?? settings, send] as const;
}

function onlyOn(settings: FaultSettings): FaultSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, setting]) => isOn(setting)));
}

const isOn = (setting: FaultSetting) => setting !== undefined && setting !== false;

/** "malformedJson" as Malformed JSON. */
function wordsOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/\bjson\b/, 'JSON');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
