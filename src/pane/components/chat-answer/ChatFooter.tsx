import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkRegular,
  ChevronDownRegular,
  ChevronUpRegular,
  CopyRegular,
  ThumbDislikeRegular,
  ThumbLikeRegular,
} from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  copy: { alignSelf: 'flex-start' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  warning: { color: tokens.colorNeutralForeground3, marginInlineStart: 'auto' },
  references: { paddingInline: 0, color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
});

/** Below an answer: copy, the references behind it, the warning and the thumbs. */
export function ChatFooter({
  copied,
  references = [],
  aside,
}: {
  /** What the copy button takes. */
  copied: string;
  references?: readonly ReactNode[];
  /** Beside the thumbs. */
  aside?: ReactNode;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const [isCopied, setCopied] = useState(false);
  const [opinion, setOpinion] = useState<'like' | 'dislike'>();
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  return (
    <>
      <Button
        className={styles.copy}
        size="small"
        icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={() => navigator.clipboard?.writeText(copied).then(() => setCopied(true))}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
      <div className={styles.line}>
        {references.length > 0 && (
          <Button
            className={styles.references}
            appearance="transparent"
            size="small"
            iconPosition="after"
            icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
            aria-expanded={isOpen}
            {...(isOpen && { 'aria-controls': listId })}
            onClick={() => setOpen(!isOpen)}
          >
            {words.references(references.length)}
          </Button>
        )}
        <Caption1 className={styles.warning}>{words.aiGenerated}</Caption1>
        {(['like', 'dislike'] as const).map((kind) => (
          <Button
            key={kind}
            appearance={opinion === kind ? 'primary' : 'subtle'}
            size="small"
            icon={kind === 'like' ? <ThumbLikeRegular /> : <ThumbDislikeRegular />}
            aria-label={words[kind]}
            aria-pressed={opinion === kind}
            title={words[kind]}
            onClick={() => setOpinion(opinion === kind ? undefined : kind)}
          />
        ))}
        {aside}
      </div>
      {isOpen && (
        <ul id={listId} className={styles.list}>
          {references.map((reference, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of an answer never changes
            <li key={index}>{reference}</li>
          ))}
        </ul>
      )}
    </>
  );
}
