import { Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import {
  BriefcaseRegular,
  BuildingRegular,
  DocumentRegular,
  PersonRegular,
  TargetRegular,
} from '@fluentui/react-icons';
import type { CrmRecord } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { ofType } from '../../words/words.ts';

const useStyles = makeStyles({
  record: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
  },
  names: { minWidth: 0, overflowWrap: 'anywhere' },
  grey: { color: tokens.colorNeutralForeground3 },
});

const icons: ReadonlyMap<string, typeof BriefcaseRegular> = new Map([
  ['opportunity', BriefcaseRegular],
  ['account', BuildingRegular],
  ['contact', PersonRegular],
  ['lead', TargetRegular],
]);

/** The icon of a record type, in a grey circle. */
export function RecordIcon({ type }: { type: string }) {
  const styles = useStyles();
  const Icon = icons.get(type) ?? DocumentRegular;
  return (
    <span className={styles.icon}>
      <Icon fontSize={20} aria-hidden="true" />
    </span>
  );
}

/** A record by its name, which opens it, and its type below. */
export function RecordLink({
  record: { name, type, account },
  onOpen,
}: {
  record: Pick<CrmRecord, 'name' | 'type' | 'account'>;
  onOpen: () => void;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <div className={styles.record}>
      <RecordIcon type={type} />
      <div className={styles.names}>
        <Link as="button" onClick={onOpen}>
          {name}
        </Link>
        <Caption1 block className={styles.grey}>
          {[ofType(words.recordType, type), account].filter(Boolean).join(' • ')}
        </Caption1>
      </div>
    </div>
  );
}
