import { makeStyles, Subtitle2, Switch, tokens } from '@fluentui/react-components';
import type { ConnectorView } from '../../../host/api/api-types.ts';
import { OwnAddress } from '../own-address/OwnAddress.tsx';
import { OwnHeaders } from '../own-headers/OwnHeaders.tsx';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import type { ConnectorChanges } from './connector-changes.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '640px' },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
});

/** How a connector is called: where, with which headers, or not at all. */
export function SettingsPart({
  connector: { url, givenUrl, headers, isMock },
  changes: { change },
}: {
  connector: ConnectorView;
  changes: Pick<ConnectorChanges, 'change'>;
}) {
  const styles = useStyles();
  const { submit, isPending, problem } = useSubmission(change);
  return (
    <div className={styles.all}>
      <OwnAddress key={givenUrl} url={url} givenUrl={givenUrl} onSave={(address) => change({ url: address })} />
      <div className={styles.part}>
        <Subtitle2 as="h4" className={styles.title}>
          Headers of your own
        </Subtitle2>
        <OwnHeaders key={JSON.stringify(headers)} headers={headers} onSave={(own) => change({ headers: own })} />
      </div>
      <div className={styles.part}>
        <Switch
          label="Example answers, no calls"
          checked={isMock}
          disabled={isPending}
          onChange={(_event, { checked }) => void submit({ isMock: checked })}
        />
        <Problem text={problem} />
      </div>
    </div>
  );
}
