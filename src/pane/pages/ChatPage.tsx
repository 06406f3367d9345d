import {
  Body1,
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { ChatAddRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { ChatBox } from '../components/chat-box/ChatBox.tsx';
import { ChatLog } from '../components/chat-log/ChatLog.tsx';
import { ChatWelcome } from '../components/chat-log/ChatWelcome.tsx';
import { hostApi } from '../http/host-api.ts';
import { useConnectors } from '../http/queries.ts';
import {
  addTurn,
  type ChatSituation,
  changeTurn,
  forgetConversation,
  type Turn,
  useConversation,
} from '../state/conversation.ts';
import { useSellerContext } from '../state/seller-context.ts';
import { suggestionsFor } from './chat-suggestions.ts';
import { referenceOf, useSituation } from './situation.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '760px',
    minHeight: '100%',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalL}`,
    gap: tokens.spacingVerticalL,
    // Narrow pages are as high as what they hold.
    '@media (max-width: 900px)': { minHeight: '80vh' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingTop: tokens.spacingVerticalM,
    minHeight: '32px',
  },
  title: { margin: 0 },
  middle: { flexGrow: 1 },
  kept: { display: 'block', textAlign: 'center', color: tokens.colorNeutralForeground3 },
  foot: {
    position: 'sticky',
    bottom: 0,
    paddingBottom: tokens.spacingVerticalL,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** Sales chat: the conversation of the seller, and the box below it. */
export function ChatPage() {
  const styles = useStyles();
  const { words } = useSellerContext();
  const { place, go, world, seller, records, base, recordOf } = useSituation();
  const connectors = useConnectors();
  const sellerId = seller?.id ?? '';
  const turns = useConversation(sellerId);
  const input = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<{ readonly at: string; readonly record: string | undefined }>();
  // What was chosen holds as long as the seller and their CRM stay the same.
  const at = `${sellerId} ${place.crm}`;
  const record = chosen?.at === at ? chosen.record : place.record;

  const toBox = () => input.current?.focus();
  const ask = async (question: string) => {
    toBox();
    const situation = { ...base, ...(record !== undefined && { record }), question };
    await answer(sellerId, addTurn(sellerId, question, situation), situation);
  };
  const askAgain = async (id: number, situation: ChatSituation) => {
    toBox();
    changeTurn(sellerId, id, { state: 'asking', situation });
    await answer(sellerId, id, situation);
  };
  const decide = (turn: Turn, isWanted: boolean) => {
    if (isWanted) return askAgain(turn.id, { ...turn.situation, confirmed: true });
    toBox();
    return changeTurn(sellerId, turn.id, { isRefused: true });
  };

  const choices = records.flatMap((each) => {
    const reference = referenceOf(each, place.crm);
    return reference === undefined ? [] : [{ reference, name: each.name }];
  });
  const suggestions = suggestionsFor(connectors.data ?? [], records, words, recordOf(record));
  const error = world.error ?? connectors.error;
  const isBusy = turns.at(-1)?.state === 'asking' || seller === undefined;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {words.chat}
        </Subtitle2>
        {turns.length > 0 && (
          <Button
            appearance="subtle"
            icon={<ChatAddRegular />}
            onClick={() => {
              forgetConversation(sellerId);
              toBox();
            }}
          >
            {words.newChat}
          </Button>
        )}
      </div>
      <div className={styles.middle}>
        {error && (
          <MessageBar intent="error">
            <MessageBarBody>{error.message}</MessageBarBody>
          </MessageBar>
        )}
        {turns.length === 0 && <ChatWelcome suggestions={suggestions} onAsk={ask} />}
        {turns.length === 0 && connectors.data && suggestions.length === 0 && <Body1>{words.noChatSkills}</Body1>}
        {turns.length > 0 && <Caption1 className={styles.kept}>{words.keptUntilClosed}</Caption1>}
        <ChatLog
          turns={turns}
          onDecide={decide}
          onRetry={(turn) => askAgain(turn.id, turn.situation)}
          onInspect={() => go({ inspector: true, call: undefined })}
        />
      </div>
      <div className={styles.foot}>
        <ChatBox
          inputRef={input}
          onSend={ask}
          isBusy={isBusy}
          records={choices}
          record={record}
          onRecord={(reference) => setChosen({ at, record: reference })}
        />
      </div>
    </div>
  );
}

/** Asks the host and keeps what it answers, whether or not the page is still there. */
async function answer(seller: string, id: number, situation: ChatSituation) {
  try {
    const view = await hostApi.surface('sales-chat', situation);
    changeTurn(seller, id, { state: 'answered', view });
  } catch (error) {
    changeTurn(seller, id, { state: 'failed', error: (error as Error).message });
  }
}
