import { makeStyles, ToggleButton, Tooltip, tokens } from '@fluentui/react-components';
import {
  BuildingFilled,
  BuildingRegular,
  ChatSparkleFilled,
  ChatSparkleRegular,
  MailFilled,
  MailRegular,
  PlugConnectedFilled,
  PlugConnectedRegular,
} from '@fluentui/react-icons';
import { type Page, pages, usePlace } from '../state/place.ts';
import { useSellerContext } from '../state/seller-context.ts';

const icons: Readonly<Record<Page, readonly [usual: typeof MailRegular, chosen: typeof MailFilled]>> = {
  mail: [MailRegular, MailFilled],
  records: [BuildingRegular, BuildingFilled],
  chat: [ChatSparkleRegular, ChatSparkleFilled],
  connectors: [PlugConnectedRegular, PlugConnectedFilled],
};

const useStyles = makeStyles({
  rail: {
    gridArea: 'navigation',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { flexDirection: 'row', justifyContent: 'center', borderRight: 'none' },
  },
});

/** The rail at the left: mail, records, chat, connectors. */
export function Navigation() {
  const styles = useStyles();
  const [place, go] = usePlace();
  const { words } = useSellerContext();
  return (
    <nav className={styles.rail} aria-label="Pages">
      {pages.map((page) => {
        const Icon = icons[page][page === place.page ? 1 : 0];
        return (
          <Tooltip key={page} content={words[page]} relationship="label" positioning="after">
            <ToggleButton
              appearance="transparent"
              size="large"
              checked={page === place.page}
              icon={<Icon />}
              onClick={() => go({ page, pane: undefined })}
            />
          </Tooltip>
        );
      })}
    </nav>
  );
}
