import {
  Body1,
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  Subtitle2,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { BuildingRegular, MailRegular, PlugConnectedRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { AddConnector, type ConnectorToAdd } from '../components/add-connector/AddConnector.tsx';
import { ConnectorCard } from '../components/connector-card/ConnectorCard.tsx';
import { ConnectorDetails } from '../components/connector-details/ConnectorDetails.tsx';
import { errorsOf, findingsOf } from '../components/findings-list/findings-of.ts';
import { OwnDialog } from '../components/own-dialog/OwnDialog.tsx';
import { type MailToAdd, OwnMail } from '../components/own-mail/OwnMail.tsx';
import { OwnRecord, type RecordToAdd } from '../components/own-record/OwnRecord.tsx';
import { hostApi } from '../http/host-api.ts';
import { useChange, useConnectors, useFaults, useLint } from '../http/queries.ts';
import { useSituation } from './situation.ts';
import { useConnectorChanges } from './use-connector-changes.ts';

const wide = '@container (min-width: 900px)';
const useStyles = makeStyles({
  page: { containerType: 'inline-size' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '1280px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flex: '1 1 240px', minWidth: 0 },
  own: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
  grey: { color: tokens.colorNeutralForeground2 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateAreas: '"list" "details" "add"',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    [wide]: {
      gridTemplateColumns: '340px minmax(0, 1fr)',
      gridTemplateRows: 'auto 1fr',
      gridTemplateAreas: '"list details" "add details"',
    },
  },
  list: {
    gridArea: 'list',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  add: { gridArea: 'add', minWidth: 0 },
  details: { gridArea: 'details', minWidth: 0 },
  empty: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** The administrator's page: the connectors with their actions, and one's own record, mail, headers, token and faults. */
export function ConnectorsPage() {
  const styles = useStyles();
  const { go, seller, world } = useSituation();
  const connectors = useConnectors();
  const [chosenKey, setChosenKey] = useState<string>();
  /** The connector that was added last, if it has errors: it opens with them. */
  const [junk, setJunk] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const addRecord = useChange(hostApi.addRecord);
  const addMail = useChange(hostApi.addMail);
  const addConnector = useChange(hostApi.addConnector);
  const add = async (connector: ConnectorToAdd) => {
    const added = await addConnector.mutateAsync(connector);
    setChosenKey(added.key);
    setJunk(errorsOf(findingsOf(added)).length > 0 ? added.key : undefined);
  };
  const openRecord = async (record: RecordToAdd) => {
    const { reference } = await addRecord.mutateAsync(record);
    const crm = record.crm.startsWith('salesforce') ? 'salesforce' : 'dynamics365';
    go({ page: 'records', record: reference, crm, mail: undefined });
  };
  const openMail = async (mail: MailToAdd) => {
    const { id } = await addMail.mutateAsync(mail);
    go({ page: 'mail', mail: id, record: undefined, pane: undefined });
  };
  const chosen = connectors.data?.find(({ key }) => key === chosenKey) ?? connectors.data?.[0];
  return (
    <div className={styles.page} lang="en">
      <div className={styles.content}>
        <div className={styles.head}>
          <div className={styles.words}>
            <h2 className={styles.title} ref={heading} tabIndex={-1}>
              <Title3>Connectors</Title3>
            </h2>
            <Body1 className={styles.grey}>
              What an administrator adds and switches, and what of your own goes with it. What is added here is kept
              until the host ends; to keep it longer, name it in saleskit.config.ts.
            </Body1>
          </div>
          <div className={styles.own}>
            <OwnDialog title="Open a record of your own" icon={<BuildingRegular />} button="Your own record">
              <OwnRecord onAdd={openRecord} />
            </OwnDialog>
            <OwnDialog title="Open a mail of your own" icon={<MailRegular />} button="Your own mail">
              <OwnMail onAdd={openMail} />
            </OwnDialog>
          </div>
        </div>
        {connectors.isError && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{connectors.error.message}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => void connectors.refetch()}>Try again</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <div className={styles.columns}>
          <ul className={styles.list} aria-label="Connectors">
            {connectors.data?.map((connector) => (
              <li key={connector.key}>
                <Card
                  connector={connector}
                  isChosen={connector === chosen}
                  onChoose={() => setChosenKey(connector.key)}
                  onRemoved={() => heading.current?.focus()}
                />
              </li>
            ))}
          </ul>
          <div className={styles.add}>
            <AddConnector onAdd={add} onMail={(eml) => openMail({ eml })} />
          </div>
          <div className={styles.details}>
            {connectors.isPending && <Spinner label="Reading the connectors …" />}
            {chosen && (
              <Details
                key={chosen.key}
                connector={chosen}
                sellers={world.data?.sellers ?? []}
                seller={seller}
                firstTab={chosen.key === junk ? 'Findings' : 'Actions'}
              />
            )}
            {connectors.data?.length === 0 && (
              <div className={styles.empty}>
                <PlugConnectedRegular fontSize={48} aria-hidden="true" />
                <Subtitle2 as="h3" className={styles.title}>
                  No connector yet
                </Subtitle2>
                <Body1 align="center">
                  Drop the definition of yours anywhere on this page, or give its path or URL under “Add a connector”.
                </Body1>
                <Caption1 align="center" className={styles.grey}>
                  Without a service that answers, tick “Example answers, no calls” to see what sellers would see.
                </Caption1>
              </div>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

type DetailsProps = Omit<Parameters<typeof ConnectorDetails>[0], 'faults' | 'changes' | 'lint'>;

function Details(props: DetailsProps) {
  const faults = useFaults();
  const lint = useLint(props.connector.key);
  const changes = useConnectorChanges(props.connector.key, props.seller?.id);
  return <ConnectorDetails {...props} faults={faults.data ?? []} lint={lint.data} changes={changes} />;
}

function Card({
  onRemoved,
  ...props
}: Pick<Parameters<typeof ConnectorCard>[0], 'connector' | 'isChosen' | 'onChoose'> & {
  /** The card is gone, and the focus with it. */
  onRemoved: () => void;
}) {
  const { seller } = useSituation();
  const { reload, remove, signIn, signOut } = useConnectorChanges(props.connector.key, seller?.id);
  const connection = props.connector.connections.find((each) => each.seller === seller?.id);
  return (
    <ConnectorCard
      {...props}
      connection={connection}
      onReload={reload}
      onRemove={async () => {
        await remove();
        onRemoved();
      }}
      onSignIn={signIn}
      onSignOut={signOut}
    />
  );
}
