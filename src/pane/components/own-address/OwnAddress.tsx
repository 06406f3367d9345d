import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The address that a connector is called at; without one of one's own, the definition's. */
export function OwnAddress({
  url,
  givenUrl,
  onSave,
}: {
  /** Where it is called now. */
  url: string;
  /** What was given in place of the definition's address. */
  givenUrl: string | null;
  /** null for the definition's address again. */
  onSave: (url: string | null) => Promise<unknown>;
}) {
  const styles = useStyles();
  const [written, setWritten] = useState(givenUrl ?? '');
  const { submit, isPending, problem } = useSubmission(onSave);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void submit(written.trim() || null);
  };
  const reset = async () => {
    if (await submit(null)) setWritten('');
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label="Address to call" hint={givenUrl ? 'In place of the definition’s own.' : `The definition’s: ${url}`}>
        <Input type="url" value={written} placeholder={url} onChange={(_event, { value }) => setWritten(value)} />
      </Field>
      <Problem text={problem} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={isPending || written.trim() === (givenUrl ?? '')}>
          Save address
        </Button>
        {givenUrl !== null && (
          <Button disabled={isPending} onClick={() => void reset()}>
            Use the definition’s
          </Button>
        )}
      </div>
    </form>
  );
}
