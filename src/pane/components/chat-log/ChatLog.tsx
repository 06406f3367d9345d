import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Turn } from '../../state/conversation.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { ChatAnswer } from '../chat-answer/ChatAnswer.tsx';

const useStyles = makeStyles({
  log: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  turn: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, scrollMarginTop: '16px' },
  question: {
    alignSelf: 'flex-end',
    maxWidth: '80%',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusXLarge,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  // Room below, so that the question comes to the top although its cards are drawn later.
  newest: { minHeight: '60vh' },
  waiting: { alignSelf: 'flex-start' },
});

/** Questions at the right, answers at the left; what is new is read out and brought into view. */
export function ChatLog({
  turns,
  onDecide,
  onRetry,
  onInspect,
}: {
  turns: readonly Turn[];
  /** Whether what a skill changes may be changed. */
  onDecide: (turn: Turn, isWanted: boolean) => void;
  onRetry: (turn: Turn) => void;
  onInspect: () => void;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const newest = useRef<HTMLDivElement>(null);
  const last = turns.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when there is something new
  useEffect(() => {
    newest.current?.scrollIntoView({ block: 'start' });
  }, [last?.id, last?.state]);
  return (
    <div role="log" aria-live="polite" aria-label={words.conversation} className={styles.log}>
      {turns.map((turn) => (
        <div
          key={turn.id}
          className={mergeClasses(styles.turn, turn === last && turns.length > 1 && styles.newest)}
          ref={turn === last ? newest : null}
        >
          <p className={styles.question}>{turn.question}</p>
          {turn.state === 'asking' && (
            <Spinner size="tiny" labelPosition="after" label={words.loading} className={styles.waiting} />
          )}
          {turn.state === 'failed' && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{turn.error ?? words.somethingWentWrong}</MessageBarBody>
              <MessageBarActions>
                <Button onClick={() => onRetry(turn)}>{words.retry}</Button>
              </MessageBarActions>
            </MessageBar>
          )}
          {turn.state === 'answered' && turn.view && (
            <ChatAnswer
              view={turn.view}
              onInspect={onInspect}
              {...(!turn.isRefused && { onDecide: (isWanted: boolean) => onDecide(turn, isWanted) })}
            />
          )}
        </div>
      ))}
    </div>
  );
}
