import {
  Badge,
  Button,
  Caption1,
  Link,
  makeStyles,
  mergeClasses,
  Subtitle2,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular, PersonRegular, WarningRegular } from '@fluentui/react-icons';
import type { ConnectionState, ConnectorView } from '../../../host/api/api-types.ts';
import { ConnectorIcon } from '../connector-icon/ConnectorIcon.tsx';
import { errorsOf, findingsOf } from '../findings-list/findings-of.ts';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { connectionText } from './connection-text.ts';
import { RemoveConnector } from './RemoveConnector.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    overflowWrap: 'anywhere',
  },
  chosen: { borderLeftColor: tokens.colorBrandStroke1, boxShadow: tokens.shadow4 },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, minWidth: 0, margin: 0 },
  choose: { color: tokens.colorNeutralForeground1, fontWeight: 'inherit', fontSize: 'inherit', textAlign: 'start' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, fontFamily: tokens.fontFamilyMonospace },
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  state: { flexGrow: 1 },
  trouble: { color: tokens.colorStatusDangerForeground1, display: 'flex', gap: tokens.spacingHorizontalXS },
});

/** A connector among the others: where it lies, what it is called at, how it and the seller's connection stand. */
export function ConnectorCard({
  connector,
  connection,
  isChosen,
  onChoose,
  onReload,
  onRemove,
  onSignIn,
  onSignOut,
}: {
  connector: ConnectorView;
  /** The connection of the seller who looks at it. */
  connection: ConnectionState | undefined;
  isChosen: boolean;
  onChoose: () => void;
  onReload: () => Promise<unknown>;
  onRemove: () => Promise<unknown>;
  onSignIn: () => Promise<unknown>;
  onSignOut: () => Promise<unknown>;
}) {
  const styles = useStyles();
  const { key, title, location, url } = connector;
  const { submit, isPending, problem } = useSubmission((act: () => Promise<unknown>) => act());
  return (
    <section className={mergeClasses(styles.card, isChosen && styles.chosen)} aria-label={title}>
      <div className={styles.head}>
        <ConnectorIcon connector={key} title={title} />
        <Subtitle2 as="h3" className={styles.title}>
          <Link as="button" className={styles.choose} aria-pressed={isChosen} onClick={onChoose}>
            {title}
          </Link>
        </Subtitle2>
        <Tooltip content="Read the package anew" relationship="description">
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowClockwiseRegular />}
            aria-label={`Reload ${title}`}
            disabled={isPending}
            onClick={() => void submit(onReload)}
          />
        </Tooltip>
        <RemoveConnector title={title} onRemove={onRemove} />
      </div>
      <dl className={styles.facts}>
        <dt>Package</dt>
        <dd>{location}</dd>
        <dt>Called at</dt>
        <dd>{url}</dd>
      </dl>
      <Badges connector={connector} />
      {connection && (
        <div className={styles.line}>
          <PersonRegular aria-hidden="true" />
          <Caption1 className={styles.state}>{connectionText(connection)}</Caption1>
          {connection.status === 'none' && (
            <Button size="small" appearance="primary" disabled={isPending} onClick={() => void submit(onSignIn)}>
              Sign in
            </Button>
          )}
          {(connection.status === 'connected' || connection.status === 'pasted') && (
            <Button size="small" disabled={isPending} onClick={() => void submit(onSignOut)}>
              Sign out
            </Button>
          )}
        </div>
      )}
      {connection?.problem && (
        <Caption1 className={styles.trouble}>
          <WarningRegular aria-hidden="true" />
          <span>{connection.problem}</span>
        </Caption1>
      )}
      <Problem text={problem} />
    </section>
  );
}

function Badges({ connector }: { connector: ConnectorView }) {
  const styles = useStyles();
  const { isMock, rewritten, faults } = connector;
  const findings = findingsOf(connector);
  const errorCount = errorsOf(findings).length;
  const otherCount = findings.length - errorCount;
  const faultCount = Object.values(faults).filter(Boolean).length;
  const badges = [
    errorCount > 0 && (['danger', counted(errorCount, 'error', 'errors')] as const),
    isMock && (['informative', 'Examples'] as const),
    rewritten && (['warning', 'Rewritten by the gateway'] as const),
    faultCount > 0 && (['danger', counted(faultCount, 'fault on', 'faults on')] as const),
    otherCount > 0 && (['warning', counted(otherCount, 'finding', 'findings')] as const),
  ].filter((badge) => typeof badge === 'object' && badge !== null);
  if (badges.length === 0) return null;
  return (
    <div className={styles.badges}>
      {badges.map(([color, text]) => (
        <Badge key={text} appearance="tint" color={color}>
          {text}
        </Badge>
      ))}
    </div>
  );
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
