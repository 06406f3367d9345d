import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { CardsSection } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { AdaptiveCard } from '../adaptive-card/AdaptiveCard.tsx';
import { ConnectorIcon } from '../connector-icon/ConnectorIcon.tsx';
import { hasPageAction, withoutHead } from './card-parts.ts';

export type ChatCardData = CardsSection['cards'][number];

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  title: { margin: 0 },
  grey: { color: tokens.colorNeutralForeground3 },
  open: { alignSelf: 'flex-start', color: tokens.colorBrandForeground1 },
});

/** One card of an answer: icon, title and subtitle, the Adaptive Card itself, and a way to the page it is about. */
export function ChatCard({
  card: { title, subTitle, url, adaptiveCard },
  connector,
  source,
}: {
  card: ChatCardData;
  connector: string;
  /** The connector's title. */
  source: string;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <article className={styles.card} aria-label={title || source}>
      <div className={styles.head}>
        <ConnectorIcon connector={connector} title={source} size={40} />
        <div>
          <Subtitle2 as="h3" block className={styles.title}>
            {title || source}
          </Subtitle2>
          {subTitle && (
            <Caption1 block className={styles.grey}>
              {subTitle}
            </Caption1>
          )}
        </div>
      </div>
      <AdaptiveCard card={withoutHead(adaptiveCard, [title, subTitle])} />
      {url && !hasPageAction(adaptiveCard) && (
        <Button as="a" href={url} target="_blank" rel="noreferrer" className={styles.open}>
          {words.openIn(source)}
        </Button>
      )}
    </article>
  );
}
