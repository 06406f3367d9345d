import { Input, makeStyles, Select, Switch, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { FaultView } from '../../../host/api/api-types.ts';

/** The value of a fault; undefined or false is off. */
export type FaultSetting = string | number | boolean | undefined;

interface Props {
  readonly fault: FaultView;
  /** What the control is called. */
  readonly name: string;
  readonly setting: FaultSetting;
  readonly onChange: (setting: FaultSetting) => void;
}

const useStyles = makeStyles({
  number: { width: '140px' },
  text: { width: '180px' },
  pair: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** The control of one fault, by the kind of its value. */
export function FaultSwitch(props: Props) {
  const Control = controls[props.fault.value];
  return <Control {...props} />;
}

const controls: Readonly<Record<FaultView['value'], (props: Props) => React.JSX.Element>> = {
  milliseconds: Milliseconds,
  errorCode: Choice,
  switch: OnOff,
  name: OptionalName,
};

function Milliseconds({ name, setting, onChange }: Props) {
  const styles = useStyles();
  const present = typeof setting === 'number' ? String(setting) : '';
  const [written, setWritten] = useWritten(present);
  const settle = () => written !== present && onChange(written === '' ? undefined : Number(written));
  return (
    <Input
      className={styles.number}
      type="number"
      min={0}
      step={100}
      placeholder="off"
      aria-label={`${name}, milliseconds`}
      contentAfter={<Text aria-hidden="true">ms</Text>}
      value={written}
      onChange={(_event, { value }) => setWritten(value)}
      onBlur={settle}
      onKeyDown={({ key }) => key === 'Enter' && settle()}
    />
  );
}

function Choice({ fault, name, setting, onChange }: Props) {
  return (
    <Select
      aria-label={name}
      value={typeof setting === 'string' ? setting : ''}
      onChange={(_event, { value }) => onChange(value || undefined)}
    >
      <option value="">off</option>
      {fault.choices?.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </Select>
  );
}

function OnOff({ name, setting, onChange }: Props) {
  return (
    <Switch
      aria-label={name}
      checked={setting === true}
      onChange={(_event, { checked }) => onChange(checked || undefined)}
    />
  );
}

function OptionalName({ name, setting, onChange }: Props) {
  const styles = useStyles();
  const present = typeof setting === 'string' ? setting : '';
  const [written, setWritten] = useWritten(present);
  const isOn = setting !== undefined && setting !== false;
  const settle = () => isOn && written.trim() !== present && onChange(written.trim() || true);
  return (
    <div className={styles.pair}>
      <Input
        className={styles.text}
        placeholder="the first required"
        aria-label={`${name}, which`}
        value={written}
        onChange={(_event, { value }) => setWritten(value)}
        onBlur={settle}
        onKeyDown={({ key }) => key === 'Enter' && settle()}
      />
      <Switch
        aria-label={name}
        checked={isOn}
        onChange={(_event, { checked }) => onChange(checked ? written.trim() || true : undefined)}
      />
    </div>
  );
}

/** What is being written; what stands anew replaces it. */
function useWritten(present: string) {
  const [written, setWritten] = useState(present);
  useEffect(() => setWritten(present), [present]);
  return [written, setWritten] as const;
}
