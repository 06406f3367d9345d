import {
  Body1Strong,
  Button,
  Caption1,
  Menu,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { LinkRegular, MoreHorizontalRegular, OpenRegular } from '@fluentui/react-icons';
import type { RecordsSection } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { ConnectorIcon } from '../connector-icon/ConnectorIcon.tsx';
import { ExampleBadge } from '../example-badge/ExampleBadge.tsx';
import { keyed } from '../keyed.ts';
import { SectionTrouble } from '../section-trouble/SectionTrouble.tsx';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

/** A record of a partner application. */
export type RelatedRow = RecordsSection['rows'][number];

const useStyles = makeStyles({
  rows: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex',
    alignItems: 'center',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  open: {
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  grey: { color: tokens.colorNeutralForeground3 },
});

/** What one connector has that belongs to the record: a row a record, with a menu where it has a page. */
export function RelatedRecordsCard({
  section,
  onOpen,
}: {
  section: RecordsSection;
  onOpen: (row: RelatedRow) => void;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const { connector, title, pluralName, rows, isMock } = section;
  return (
    <SurfaceCard
      title={pluralName === undefined ? title : words.recordsFrom(pluralName, title)}
      hint={words.recordsFromHint}
      icon={<ConnectorIcon connector={connector} title={title} />}
      actions={isMock && <ExampleBadge />}
    >
      {rows.length > 0 && (
        <ul className={styles.rows}>
          {keyed(rows, (row) => row.title).map(([key, row]) => (
            <li key={key} className={styles.row}>
              <button type="button" className={styles.open} onClick={() => onOpen(row)}>
                <Body1Strong block>{row.title}</Body1Strong>
                <Caption1 block className={styles.grey}>
                  {row.keyFields.join(' • ')}
                </Caption1>
              </button>
              {row.url && <RowMenu about={row.title} url={row.url} connector={title} />}
            </li>
          ))}
        </ul>
      )}
      <SectionTrouble section={section} />
    </SurfaceCard>
  );
}

function RowMenu({ about, url, connector }: { about: string; url: string; connector: string }) {
  const { words } = useSellerContext();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          icon={<MoreHorizontalRegular />}
          aria-label={`${words.more}: ${about}`}
          title={words.more}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<LinkRegular />} onClick={() => void navigator.clipboard.writeText(url).catch(() => {})}>
            {words.copyLink}
          </MenuItem>
          <MenuItemLink icon={<OpenRegular />} href={url} target="_blank" rel="noreferrer">
            {words.openIn(connector)}
          </MenuItemLink>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
