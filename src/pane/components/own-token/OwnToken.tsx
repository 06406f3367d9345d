import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  button: { alignSelf: 'flex-start' },
});

/** A token pasted in place of a sign-in; it is forgotten here as soon as the host has it. */
export function OwnToken({ onPaste }: { onPaste: (token: string) => Promise<unknown> }) {
  const styles = useStyles();
  const [token, setToken] = useState('');
  const { submit, isPending, problem } = useSubmission(onPaste);
  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await submit(token.trim())) setToken('');
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field
        label="Paste a token"
        hint="In place of signing in, with or without “Bearer”. It is never renewed, and kept in memory only."
      >
        <Input type="password" autoComplete="off" value={token} onChange={(_event, { value }) => setToken(value)} />
      </Field>
      <Problem text={problem} />
      <Button className={styles.button} type="submit" disabled={isPending || token.trim() === ''}>
        Use token
      </Button>
    </form>
  );
}
