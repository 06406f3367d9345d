import {
  Body1Strong,
  Button,
  Caption1,
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons';
import { type SubmitEvent, useRef, useState } from 'react';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { filesOf, type PackageTexts, sortedFiles, type TextFile, textsOf } from './package-files.ts';
import { useWindowDrop } from './use-window-drop.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0 },
  target: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `2px dashed ${tokens.colorBrandStroke1}` },
  overlay: {
    position: 'fixed',
    inset: 0,
    zIndex: 1_000_000,
    display: 'grid',
    placeItems: 'center',
    pointerEvents: 'none',
    backgroundColor: tokens.colorBackgroundOverlay,
  },
  sign: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  grey: { color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  button: { alignSelf: 'flex-start' },
});

interface Settings {
  readonly url?: string;
  readonly isMock?: boolean;
}

/** A package to add: where it lies, or the texts of its files. */
export type ConnectorToAdd = ({ readonly location: string } | PackageTexts) & Settings;

/**
 * Adds a connector: files dropped anywhere or chosen, or a path or URL. What was typed stays until it was added. A
 * dropped .eml file is handed on as a mail.
 */
export function AddConnector({
  onAdd,
  onMail,
}: {
  onAdd: (connector: ConnectorToAdd) => Promise<unknown>;
  onMail: (eml: string) => Promise<unknown>;
}) {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [location, setLocation] = useState('');
  const [url, setUrl] = useState('');
  const [isMock, setMock] = useState(false);
  const [files, setFiles] = useState<readonly TextFile[]>([]);
  const { submit, isPending, problem, complain } = useSubmission((send: () => Promise<unknown>) => send());
  const settings = (): Settings => ({ ...(url.trim() && { url: url.trim() }), ...(isMock && { isMock }) });

  const done = () => {
    setLocation('');
    setUrl('');
    setMock(false);
    setFiles([]);
  };
  const add = async (connector: ConnectorToAdd) => {
    if (await submit(() => onAdd(connector))) done();
  };
  const take = async (reading: Promise<readonly TextFile[]>) => {
    const taken = await reading.catch((error: Error) => complain(`The files cannot be read: ${error.message}`));
    if (!taken) return;
    setFiles(taken);
    const { texts, mails, problem: trouble } = sortedFiles(taken);
    if (trouble) return complain(trouble);
    for (const mail of mails) if (!(await submit(() => onMail(mail)))) return;
    if (texts) await add({ ...texts, ...settings() });
    else setFiles([]);
  };
  const isOver = useWindowDrop((transfer) => void take(filesOf(transfer)));

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { texts } = sortedFiles(files);
    if (location.trim()) void add({ location: location.trim(), ...settings() });
    else if (texts) void add({ ...texts, ...settings() });
    else complain('Drop a definition, choose files, or give a path or URL.');
  };

  return (
    <section className={styles.card} aria-label="Add a connector">
      <Subtitle2 as="h3" className={styles.title}>
        Add a connector
      </Subtitle2>
      <div className={mergeClasses(styles.target, isOver && styles.over)}>
        <ArrowUploadRegular fontSize={24} aria-hidden="true" />
        <Body1Strong align="center">Drop a definition anywhere on this page</Body1Strong>
        <Caption1 align="center" className={styles.grey}>
          OpenAPI 2.0 as JSON or YAML, apiProperties.json and actions.json together with it
        </Caption1>
        <Button onClick={() => chooser.current?.click()}>Choose files</Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept=".json,.yaml,.yml,.eml"
          aria-label="Files of a package"
          onChange={({ target }) => {
            void take(textsOf(target.files ?? []));
            target.value = '';
          }}
        />
      </div>
      {files.length > 0 && <Caption1 className={styles.grey}>{files.map(({ name }) => name).join(', ')}</Caption1>}
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <Field label="Path or URL of a package" hint="A folder on this machine, a definition, or a URL.">
          <Input value={location} onChange={(_event, { value }) => setLocation(value)} />
        </Field>
        <Field label="Address to call (optional)" hint="In place of the definition’s own.">
          <Input
            type="url"
            value={url}
            placeholder="http://localhost:3000"
            onChange={(_event, { value }) => setUrl(value)}
          />
        </Field>
        <Checkbox
          label="Example answers, no calls"
          checked={isMock}
          onChange={(_event, { checked }) => setMock(checked === true)}
        />
        <Problem text={problem} />
        <Button
          className={styles.button}
          type="submit"
          appearance="primary"
          disabled={isPending}
          {...(isPending && { icon: <Spinner size="tiny" /> })}
        >
          Add
        </Button>
      </form>
      {isOver && (
        <div className={styles.overlay} aria-hidden="true">
          <div className={styles.sign}>
            <ArrowUploadRegular fontSize={48} />
            <Subtitle2>Drop a package or a mail</Subtitle2>
          </div>
        </div>
      )}
    </section>
  );
}
