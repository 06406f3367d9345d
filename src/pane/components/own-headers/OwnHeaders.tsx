import { Button, Caption1, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { type SubmitEvent, useState } from 'react';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) auto',
    gap: tokens.spacingHorizontalS,
  },
  input: { minWidth: 0 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

type Headers = Readonly<Record<string, string>>;

/** Headers of one's own that go with every call; a secret comes masked, and stays where it is left so. */
export function OwnHeaders({ headers, onSave }: { headers: Headers; onSave: (headers: Headers) => Promise<unknown> }) {
  const styles = useStyles();
  const [rows, setRows] = useState(() => numbered(headers));
  const { submit, isPending, problem, complain } = useSubmission(onSave);
  const change = (id: number, changes: { name?: string; value?: string }) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...changes } : row)));
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const filled = rows.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '');
    const names = filled.map(({ name }) => name.trim().toLowerCase());
    const twice = filled.find((_row, index) => names.indexOf(names[index] ?? '') !== index);
    if (twice) return complain(`${twice.name.trim()} is there twice.`);
    void submit(Object.fromEntries(filled.map(({ name, value }) => [name.trim(), value.trim()])));
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {rows.length === 0 && <Caption1>No headers of your own.</Caption1>}
      {rows.map(({ id, name, value }, index) => (
        <div key={id} className={styles.row}>
          <Input
            className={styles.input}
            aria-label={`Name of header ${index + 1}`}
            placeholder="X-Environment"
            value={name}
            onChange={(_event, data) => change(id, { name: data.value })}
          />
          <Input
            className={styles.input}
            aria-label={`Value of header ${index + 1}`}
            value={value}
            onChange={(_event, data) => change(id, { value: data.value })}
          />
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={`Remove header ${index + 1}`}
            onClick={() => setRows(rows.filter((row) => row.id !== id))}
          />
        </div>
      ))}
      <Problem text={problem} />
      <div className={styles.buttons}>
        <Button
          icon={<AddRegular />}
          onClick={() => setRows([...rows, { id: Math.max(0, ...rows.map((row) => row.id)) + 1, name: '', value: '' }])}
        >
          Add header
        </Button>
        <Button type="submit" appearance="primary" disabled={isPending}>
          Save headers
        </Button>
      </div>
    </form>
  );
}

function numbered(headers: Headers) {
  return Object.entries(headers).map(([name, value], index) => ({ id: index + 1, name, value }));
}
