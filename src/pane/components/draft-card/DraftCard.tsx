import { Body1, Divider, Link, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DraftLink, DraftParagraph, EmailDraftView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { AiFooter } from '../ai-footer/AiFooter.tsx';
import { ExampleBadge } from '../example-badge/ExampleBadge.tsx';
import { keyed } from '../keyed.ts';
import { SectionTrouble } from '../section-trouble/SectionTrouble.tsx';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';
import { ContentIcon } from './ContentIcon.tsx';

const useStyles = makeStyles({
  paragraph: { margin: 0, whiteSpace: 'pre-line' },
  link: { display: 'inline' },
  // The icon and the first letter stay on one line.
  begin: { whiteSpace: 'nowrap' },
  icon: { fontSize: '14px', verticalAlign: '-2px', marginInlineEnd: '2px' },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
});

/** A reply to the mail, with the connectors' links woven in. */
export function DraftCard({
  view: { draft, sections },
  language,
  children,
}: {
  view: Pick<EmailDraftView, 'draft' | 'sections'>;
  /** BCP 47, of the draft; absent where nobody knows. */
  language?: string | undefined;
  /** What the seller can ask for, below the draft. */
  children?: ReactNode;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <SurfaceCard title={words.draftWithCopilot} hint={words.draftWithCopilotHint} subtitle={words.draftHint}>
      <Divider />
      {keyed(draft, textOf).map(([key, paragraph]) => (
        <Body1 as="p" key={key} className={styles.paragraph} lang={language}>
          {keyed(paragraph, (part) => textOf([part])).map(([at, part]) =>
            typeof part === 'string' ? <span key={at}>{part}</span> : <ContentLink key={at} link={part} />,
          )}
        </Body1>
      ))}
      {sections
        .filter(({ outcome, isMock, isUnsigned }) => outcome !== 'shown' || isMock || isUnsigned)
        .map((section) => (
          <div key={section.connector} className={styles.section}>
            <div className={styles.head}>
              <Body1 as="h3" className={styles.title}>
                {words.linksFrom(section.title)}
              </Body1>
              {section.isMock && <ExampleBadge />}
            </div>
            <SectionTrouble section={section} />
          </div>
        ))}
      {draft.length > 0 && <AiFooter copied={draft.map(textOf).join('\n\n')} isWarning={false} />}
      {children}
    </SurfaceCard>
  );
}

function ContentLink({ link: { title, url, description, type, iconUrl } }: { link: DraftLink }) {
  const styles = useStyles();
  const [first = '', rest] = title.split(/(?<=^.)(.*)/su);
  const link = (
    <Link inline href={url} target="_blank" rel="noreferrer" className={styles.link}>
      <span className={styles.begin}>
        <span className={styles.icon}>
          <ContentIcon {...(type !== undefined && { type })} {...(iconUrl !== undefined && { iconUrl })} />
        </span>
        {first}
      </span>
      {rest}
    </Link>
  );
  return description ? (
    <Tooltip content={description} relationship="description" withArrow>
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** A paragraph as plain text: a link as its title and address. */
function textOf(paragraph: DraftParagraph): string {
  return paragraph.map((part) => (typeof part === 'string' ? part : `${part.title} (${part.url})`)).join('');
}
