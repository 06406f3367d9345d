import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
  useRestoreFocusSource,
} from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { Segments } from '../segments/Segments.tsx';
import { type Inputs, readJson, readTexts, textsOf } from './edited-inputs.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { fontFamily: tokens.fontFamilyMonospace },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

export interface EditedCall {
  readonly inputs: Inputs;
  readonly language: string;
  /** The seller has agreed to a chat skill that changes something. */
  readonly confirmed: boolean;
}

/** The inputs of a call, to be changed and sent again: field by field, or all of them as JSON. */
export function CallEditor({
  inputs: before,
  language: languageBefore,
  isSkill,
  isSending,
  problem,
  onSend,
  onClose,
}: {
  inputs: Inputs;
  language: string;
  /** A chat skill, which may change something and then wants to be confirmed. */
  isSkill: boolean;
  isSending: boolean;
  /** What the host said against it. */
  problem?: string | undefined;
  onSend: (call: EditedCall) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const restoresFocus = useRestoreFocusSource();
  const [inputs, setInputs] = useState(before);
  const [texts, setTexts] = useState(() => textsOf(before));
  const [json, setJson] = useState(() => JSON.stringify(before, null, 2));
  const [language, setLanguage] = useState(languageBefore);
  const [confirmed, setConfirmed] = useState(false);
  const [isJson, setIsJson] = useState(Object.keys(before).length === 0);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  /** What is written, or undefined where it cannot be read; then the fields say why. */
  const read = (): Inputs | undefined => {
    const ofJson = isJson ? readJson(json) : undefined;
    const result = isJson
      ? ofJson
        ? { inputs: ofJson }
        : { problems: { json: 'An object is expected: { "input": value }.' } }
      : readTexts(texts, inputs);
    setProblems('problems' in result ? result.problems : {});
    return 'inputs' in result ? result.inputs : undefined;
  };
  const show = (asJson: boolean) => {
    const now = read();
    if (!now) return;
    setInputs(now);
    setTexts(textsOf(now));
    setJson(JSON.stringify(now, null, 2));
    setIsJson(asJson);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const now = read();
    if (now) onSend({ inputs: now, language, confirmed });
  };

  return (
    <form {...restoresFocus} className={styles.form} aria-label="Edit and send again" onSubmit={send}>
      <h4 className={styles.heading}>Edit and send again</h4>
      <Segments
        label="How the inputs are written"
        choices={{ fields: 'Fields', json: 'JSON' }}
        chosen={isJson ? 'json' : 'fields'}
        onChoose={(form) => show(form === 'json')}
      />
      {isJson ? (
        <Field
          label="Inputs as JSON"
          hint="An input that is left out takes the host’s own value."
          {...invalid(problems.json)}
        >
          <Textarea
            className={styles.text}
            resize="vertical"
            rows={12}
            value={json}
            onChange={(_event, { value }) => setJson(value)}
          />
        </Field>
      ) : (
        Object.entries(texts).map(([name, text]) => {
          const change = (value: string) => setTexts({ ...texts, [name]: value });
          return (
            <Field key={name} label={name} {...invalid(problems[name])}>
              {text.includes('\n') || typeof inputs[name] === 'object' ? (
                <Textarea
                  className={styles.text}
                  resize="vertical"
                  rows={6}
                  value={text}
                  onChange={(_event, { value }) => change(value)}
                />
              ) : (
                <Input className={styles.text} value={text} onChange={(_event, { value }) => change(value)} />
              )}
            </Field>
          );
        })
      )}
      <Field label="Language" hint={isJson ? '' : 'An input whose field is empty takes the host’s own value.'}>
        <Input value={language} onChange={(_event, { value }) => setLanguage(value)} />
      </Field>
      {isSkill && (
        <Checkbox
          label="Confirmed: this skill may change something"
          checked={confirmed}
          onChange={(_event, { checked }) => setConfirmed(checked === true)}
        />
      )}
      {problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" icon={<SendRegular />} disabled={isSending}>
          {isSending ? 'Sending …' : 'Send'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

function invalid(message: string | undefined) {
  return message === undefined ? {} : ({ validationState: 'error', validationMessage: message } as const);
}
