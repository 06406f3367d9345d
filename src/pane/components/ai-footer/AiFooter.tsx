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
import {
  CheckmarkRegular,
  CopyRegular,
  ThumbDislikeFilled,
  ThumbDislikeRegular,
  ThumbLikeFilled,
  ThumbLikeRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { Citation } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { CitationCard } from '../citation-card/CitationCard.tsx';

const useStyles = makeStyles({
  footer: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
  grey: { color: tokens.colorNeutralForeground3, flexGrow: 1 },
  copy: { alignSelf: 'flex-start' },
  references: { marginInlineStart: `calc(0px - ${tokens.spacingHorizontalM})`, color: tokens.colorNeutralForeground3 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
  },
});

const thumbs = {
  like: [ThumbLikeRegular, ThumbLikeFilled],
  dislike: [ThumbDislikeRegular, ThumbDislikeFilled],
} as const;
type Opinion = keyof typeof thumbs;

/** Below what was generated: copy, the warning, thumbs, and the references behind the text. */
export function AiFooter({
  copied,
  citations = [],
  isWarning = true,
}: {
  /** What the copy button takes; no button where absent. */
  copied?: string;
  citations?: readonly Citation[];
  /** Whether the warning stands here; false where the card has one of its own. */
  isWarning?: boolean;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const [isCopied, setCopied] = useState(false);
  const [opinion, setOpinion] = useState<Opinion>();
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={styles.footer}>
      {copied !== undefined && (
        <Button
          className={styles.copy}
          size="small"
          icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
          aria-label={isCopied ? words.copied : words.copy}
          title={isCopied ? words.copied : words.copy}
          onClick={() => copy(copied)}
          onBlur={() => setCopied(false)}
        />
      )}
      <div className={styles.line}>
        <Caption1 className={styles.grey}>{isWarning && words.aiGenerated}</Caption1>
        {(Object.keys(thumbs) as Opinion[]).map((kind) => {
          const Icon = thumbs[kind][opinion === kind ? 1 : 0];
          return (
            <Button
              key={kind}
              appearance="subtle"
              size="small"
              icon={<Icon />}
              aria-label={words[kind]}
              aria-pressed={opinion === kind}
              title={words[kind]}
              onClick={() => setOpinion(opinion === kind ? undefined : kind)}
            />
          );
        })}
      </div>
      {citations.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="references">
            <AccordionHeader className={styles.references} size="small" expandIconPosition="end" inline>
              {words.references(citations.length)}
            </AccordionHeader>
            <AccordionPanel>
              <ul className={styles.list}>
                {citations.map((citation) => (
                  <li key={citation.number}>
                    <CitationCard citation={citation} isNumbered />
                  </li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </div>
  );
}
