import { Button, Dropdown, makeStyles, Option, Textarea, tokens } from '@fluentui/react-components';
import { SendFilled } from '@fluentui/react-icons';
import { type Ref, useState } from 'react';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    ':focus-within': {
      borderTopColor: tokens.colorBrandStroke1,
      borderRightColor: tokens.colorBrandStroke1,
      borderBottomColor: tokens.colorBrandStroke1,
      borderLeftColor: tokens.colorBrandStroke1,
    },
  },
  // The box itself shows the focus.
  text: { width: '100%', '::after': { content: 'none' } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  about: { minWidth: '160px', maxWidth: '100%', flexShrink: 1 },
  send: { marginInlineStart: 'auto' },
});

/** A record that a question may be about. */
export interface RecordChoice {
  /** TYPE:ID */
  readonly reference: string;
  readonly name: string;
}

/** Where a question is written: Enter sends it, Shift+Enter begins a new line. */
export function ChatBox({
  onSend,
  isBusy = false,
  records = [],
  record,
  onRecord,
  inputRef,
}: {
  onSend: (question: string) => void;
  /** An answer is under way: what is written waits. */
  isBusy?: boolean;
  records?: readonly RecordChoice[];
  /** The record that the question is about. */
  record?: string | undefined;
  onRecord?: (reference: string | undefined) => void;
  inputRef?: Ref<HTMLTextAreaElement>;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const [text, setText] = useState('');
  const canSend = text.trim() !== '' && !isBusy;
  const send = () => {
    if (!canSend) return;
    onSend(text.trim());
    setText('');
  };
  const name = records.find(({ reference }) => reference === record)?.name ?? record ?? words.aboutNoRecord;
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        textarea={{ ref: inputRef ?? null }}
        className={styles.text}
        appearance="filled-lighter"
        aria-label={words.yourQuestion}
        placeholder={words.askCopilot}
        value={text}
        onChange={(_event, { value }) => setText(value)}
        onKeyDown={(event) => {
          // Enter while an input method composes a word chooses the word.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className={styles.line}>
        {onRecord && (
          <Dropdown
            className={styles.about}
            size="small"
            appearance="filled-darker"
            aria-label={words.aboutRecord}
            value={name}
            selectedOptions={[record ?? '']}
            onOptionSelect={(_event, { optionValue }) => onRecord(optionValue || undefined)}
          >
            <Option value="">{words.aboutNoRecord}</Option>
            {records.map((each) => (
              <Option key={each.reference} value={each.reference}>
                {each.name}
              </Option>
            ))}
          </Dropdown>
        )}
        <Button
          className={styles.send}
          type="submit"
          appearance="primary"
          shape="circular"
          icon={<SendFilled />}
          disabledFocusable={!canSend}
          aria-label={words.send}
          title={words.send}
        />
      </div>
    </form>
  );
}
