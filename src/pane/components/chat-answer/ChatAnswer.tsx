import { Body1, Button, Caption1, Link, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import type { CardsSection, ChatView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { AdaptiveCard } from '../adaptive-card/AdaptiveCard.tsx';
import { cardText } from '../adaptive-card/card-text.ts';
import { ChatCard, type ChatCardData } from '../chat-card/ChatCard.tsx';
import { hasPageAction, isFreeForm, withoutHead } from '../chat-card/card-parts.ts';
import { CitationNumber } from '../citation-number/CitationNumber.tsx';
import { SectionTrouble } from '../section-trouble/SectionTrouble.tsx';
import { ChatFooter } from './ChatFooter.tsx';
import { SkillChosen } from './SkillChosen.tsx';

const useStyles = makeStyles({
  answer: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  frame: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '480px',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  prose: { maxWidth: '100%' },
  list: {
    margin: 0,
    paddingInlineStart: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  open: { alignSelf: 'flex-start', color: tokens.colorBrandForeground1 },
});

interface Found {
  readonly card: ChatCardData;
  readonly section: CardsSection;
}

/** What chat answered: one card, a list of cards with citations, prose, a question back, or that there is nothing. */
export function ChatAnswer({
  view,
  onDecide,
  onInspect,
}: {
  view: ChatView;
  /** Whether what the skill changes may be changed; absent once that is decided. */
  onDecide?: (isWanted: boolean) => void;
  /** Opens the inspector, for an answer that no call was made for. */
  onInspect: () => void;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const { sections, chosen, needsConfirmation } = view;
  const found = sections.flatMap((section) => section.cards.map((card): Found => ({ card, section })));
  if (needsConfirmation)
    return (
      <div className={styles.answer}>
        <div className={styles.frame}>
          <Body1>{words.needsConfirmation(chosen?.summary ?? '')}</Body1>
          {onDecide ? (
            <div className={styles.line}>
              <Button appearance="primary" onClick={() => onDecide(true)}>
                {words.goOn}
              </Button>
              <Button onClick={() => onDecide(false)}>{words.cancel}</Button>
            </div>
          ) : (
            <Caption1>{words.nothingWasChanged}</Caption1>
          )}
        </div>
        <Aside view={view} />
      </div>
    );
  if (sections.length === 0)
    return (
      <div className={styles.answer}>
        <Body1>
          {words.noSkill}{' '}
          <Link as="button" inline onClick={onInspect}>
            {words.whyNothing}
          </Link>
        </Body1>
        <Aside view={view} />
      </div>
    );
  return (
    <div className={styles.answer}>
      {sections.some(({ isMock }) => isMock) && <Caption1>{words.example}</Caption1>}
      {found.length === 1 && found.map((each) => <OneCard key="card" {...each} action={chosen?.summary} />)}
      {found.length > 1 && <ManyCards found={found} />}
      {sections.map((section) => (
        <Trouble key={section.connector} section={section} />
      ))}
      {found.length > 0 ? (
        <ChatFooter
          copied={found.map(copiedText).join('\n\n')}
          references={found.length > 1 ? found.map(framed) : []}
          aside={<SkillChosen view={view} />}
        />
      ) : (
        <Aside view={view} />
      )}
    </div>
  );
}

function OneCard({ card, section, action }: Found & { action: string | undefined }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const { adaptiveCard, title, subTitle, url } = card;
  if (!isFreeForm(withoutHead(adaptiveCard, [title, subTitle])))
    return (
      <>
        <Body1>{words.hereIsWhatIFound}</Body1>
        <FramedCard card={card} section={section} />
      </>
    );
  return (
    <article className={mergeClasses(styles.frame, styles.prose)} aria-label={words.infoFrom(action ?? section.title)}>
      <Subtitle2 as="h3" block className={styles.heading}>
        {words.infoFrom(action ?? section.title)}
      </Subtitle2>
      <AdaptiveCard card={withoutHead(adaptiveCard, [title, subTitle])} />
      {url && !hasPageAction(adaptiveCard) && (
        <Button as="a" href={url} target="_blank" rel="noreferrer" className={styles.open}>
          {words.openConnector(section.title)}
        </Button>
      )}
    </article>
  );
}

function ManyCards({ found }: { found: readonly Found[] }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <>
      <Body1>{words.hereIsWhatIFound}</Body1>
      <ul className={styles.list}>
        {found.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cards of an answer never change
          <li key={index}>
            {lineOf(each)}
            <CitationNumber number={index + 1} title={lineOf(each)} side="after">
              {cardOf(each)}
            </CitationNumber>
          </li>
        ))}
      </ul>
    </>
  );
}

function Trouble({ section }: { section: CardsSection }) {
  const { words, explain } = useSellerContext();
  const { outcome, cards, trace } = section;
  const said = outcome === 'missing-input' ? words.nameWhatIsMeant : words.nothingFound;
  if (outcome === 'shown' && cards.length > 0) return null;
  if (outcome !== 'missing-input' && outcome !== 'shown') return <SectionTrouble section={section} />;
  return (
    <Body1>
      {said}{' '}
      <Link as="button" inline onClick={() => explain(trace)}>
        {words.whyNothing}
      </Link>
    </Body1>
  );
}

function Aside({ view }: { view: ChatView }) {
  return (
    <div>
      <SkillChosen view={view} />
    </div>
  );
}

function FramedCard(found: Found) {
  const styles = useStyles();
  return <div className={styles.frame}>{cardOf(found)}</div>;
}

function framed(found: Found) {
  return <FramedCard {...found} />;
}

function cardOf({ card, section }: Found) {
  return <ChatCard card={card} connector={section.connector} source={section.title} />;
}

function lineOf({ card: { title, subTitle, adaptiveCard }, section }: Found): string {
  const first = title || cardText(adaptiveCard)[0] || section.title;
  return subTitle ? `${first} · ${subTitle}` : first;
}

function copiedText({ card: { title, subTitle, adaptiveCard } }: Found): string {
  const texts = cardText(withoutHead(adaptiveCard, [title, subTitle]));
  return [title, subTitle, ...texts].filter(Boolean).join('\n');
}
