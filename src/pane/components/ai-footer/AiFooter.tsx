import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular, ThumbDislikeRegular, ThumbLikeRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Citation } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { CitationCard } from '../citation-card/CitationCard.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  grey: { color: tokens.colorNeutralForeground3, flexGrow: 1 },
  copy: { alignSelf: 'flex-start' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
});

/** Below what was generated: copy, the warning, thumbs, and the references behind the text. */
export function AiFooter({
  copied,
  citations = [],
}: {
  /** What the copy button takes. */
  copied: string;
  citations?: readonly Citation[];
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const [isCopied, setCopied] = useState(false);
  const [opinion, setOpinion] = useState<'like' | 'dislike'>();
  const copy = () => navigator.clipboard?.writeText(copied).then(() => setCopied(true));
  return (
    <>
      <Button
        className={styles.copy}
        size="small"
        icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
        aria-label={isCopied ? words.copied : words.copy}
        title={isCopied ? words.copied : words.copy}
        onClick={copy}
      />
      <div className={styles.line}>
        <Caption1 className={styles.grey}>{words.aiGenerated}</Caption1>
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
      </div>
      {citations.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="references">
            <AccordionHeader size="small" expandIconPosition="end">
              {words.references(citations.length)}
            </AccordionHeader>
            <AccordionPanel>
              <ul className={styles.list}>
                {citations.map((citation) => (
                  <li key={citation.number}>
                    <CitationCard citation={citation} />
                  </li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </>
  );
}
