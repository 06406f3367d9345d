import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  button: { alignSelf: 'flex-start' },
});

/** A record of one's own, as the host takes it. */
export interface RecordToAdd {
  /** TYPE:ID */
  readonly record: string;
  readonly name?: string;
  /** dynamics365 or salesforce, with :ORG-URL for another organization. */
  readonly crm: string;
}

/** A record of one's own CRM, by its type and id. */
export function OwnRecord({ onAdd }: { onAdd: (record: RecordToAdd) => Promise<unknown> }) {
  const styles = useStyles();
  const [record, setRecord] = useState('');
  const [name, setName] = useState('');
  const [crm, setCrm] = useState('dynamics365');
  const [organization, setOrganization] = useState('');
  const { submit, isPending, problem } = useSubmission(onAdd);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void submit({
      record: record.trim(),
      ...(name.trim() && { name: name.trim() }),
      crm: [crm, organization.trim()].filter(Boolean).join(':'),
    });
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label="Record" required hint="TYPE:ID, such as opportunity:50cafe00-a100-4000-8000-000000000001">
        <Input value={record} onChange={(_event, { value }) => setRecord(value)} />
      </Field>
      <Field label="Name">
        <Input value={name} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <Field label="CRM">
        <Select value={crm} onChange={(_event, { value }) => setCrm(value)}>
          <option value="dynamics365">Dynamics 365</option>
          <option value="salesforce">Salesforce</option>
        </Select>
      </Field>
      <Field label="Address of the organization" hint="Contoso’s where it is left empty.">
        <Input
          value={organization}
          placeholder="https://example.crm.dynamics.com"
          onChange={(_event, { value }) => setOrganization(value)}
        />
      </Field>
      <Problem text={problem} />
      <Button className={styles.button} type="submit" appearance="primary" disabled={isPending}>
        Open record
      </Button>
    </form>
  );
}
