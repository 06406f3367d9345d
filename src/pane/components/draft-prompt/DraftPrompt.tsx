import { Button, Field, Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  prompts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    border: 'none',
    margin: 0,
    padding: 0,
  },
  own: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0 },
});

/** What the draft shall be about: a suggested prompt, or the seller's own words. */
export function DraftPrompt({
  prompt,
  onPrompt,
}: {
  /** The one in use. */
  prompt: string | undefined;
  onPrompt: (prompt: string | undefined) => void;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const [own, setOwn] = useState('');
  return (
    <>
      <fieldset className={styles.prompts}>
        <legend hidden>{words.draftSuggestions}</legend>
        {words.draftPrompts.map((suggested) => (
          <ToggleButton
            key={suggested}
            size="small"
            shape="circular"
            checked={suggested === prompt}
            onClick={() => onPrompt(suggested === prompt ? undefined : suggested)}
          >
            {suggested}
          </ToggleButton>
        ))}
      </fieldset>
      <form
        className={styles.own}
        onSubmit={(event) => {
          event.preventDefault();
          onPrompt(own.trim() || undefined);
        }}
      >
        <Field className={styles.field} label={words.draftPrompt}>
          <Input className={styles.input} value={own} onChange={(_event, { value }) => setOwn(value)} />
        </Field>
        <Button type="submit">{words.draft}</Button>
      </form>
    </>
  );
}
