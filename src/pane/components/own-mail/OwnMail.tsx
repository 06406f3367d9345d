import { Body1, Button, Divider, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useRef, useState } from 'react';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  button: { alignSelf: 'flex-start' },
});

/** A mail of one's own, as the host takes it: fields of resourceData, or the text of an .eml file. */
export type MailToAdd =
  | { readonly eml: string }
  | {
      readonly subject?: string;
      readonly from?: string;
      readonly to?: readonly string[];
      /** ISO 8601 */
      readonly sentDateTime?: string;
      readonly plaintextBody?: string;
    };

/** A mail of one's own: an .eml file, or its fields pasted. */
export function OwnMail({ onAdd }: { onAdd: (mail: MailToAdd) => Promise<unknown> }) {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [subject, setSubject] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [date, setDate] = useState('');
  const [body, setBody] = useState('');
  const { submit, isPending, problem } = useSubmission(onAdd);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const receivers = to.split(/[,;\n]/).map((address) => address.trim());
    void submit({
      ...(subject.trim() && { subject: subject.trim() }),
      ...(from.trim() && { from: from.trim() }),
      ...(to.trim() && { to: receivers.filter(Boolean) }),
      ...(date && { sentDateTime: new Date(date).toISOString() }),
      ...(body.trim() && { plaintextBody: body }),
    });
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <div className={styles.file}>
        <Body1>Drop an .eml file anywhere on this page, or</Body1>
        <Button disabled={isPending} onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".eml,message/rfc822"
          aria-label="File of a mail"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void file.text().then((eml) => submit({ eml }));
            target.value = '';
          }}
        />
      </div>
      <Divider>or its fields</Divider>
      <Field label="Subject">
        <Input value={subject} onChange={(_event, { value }) => setSubject(value)} />
      </Field>
      <Field label="From">
        <Input value={from} placeholder="alberto@fourthcoffee.com" onChange={(_event, { value }) => setFrom(value)} />
      </Field>
      <Field label="To" hint="Several with commas between them.">
        <Input value={to} onChange={(_event, { value }) => setTo(value)} />
      </Field>
      <Field label="Sent">
        <Input type="datetime-local" value={date} onChange={(_event, { value }) => setDate(value)} />
      </Field>
      <Field label="Body">
        <Textarea rows={8} resize="vertical" value={body} onChange={(_event, { value }) => setBody(value)} />
      </Field>
      <Problem text={problem} />
      <Button className={styles.button} type="submit" appearance="primary" disabled={isPending}>
        Open mail
      </Button>
    </form>
  );
}
