import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import type { RecordSummaryView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { ofType } from '../../words/words.ts';
import { AiFooter } from '../ai-footer/AiFooter.tsx';
import { ConnectorSection } from '../connector-section/ConnectorSection.tsx';
import { InsightBullets } from '../insight-bullets/InsightBullets.tsx';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** A record told in words: what the CRM knows, then a section a connector, its citations counting on. */
export function RecordSummaryCard({
  type,
  view: { summary, latestActivity, sections, citations },
}: {
  /** Of the record. */
  type: string;
  view: Pick<RecordSummaryView, 'summary' | 'latestActivity' | 'sections' | 'citations'>;
}) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const bullets = [latestActivity, ...sections.map((section) => section.bullets)].flat();
  const text = [...(summary ? [summary] : []), ...bullets.map((bullet) => `• ${bullet.text}`)].join('\n');
  return (
    <SurfaceCard title={ofType(words.recordSummary, type)} hint={words.recordSummaryHint}>
      {summary && (
        <Body1 as="p" className={styles.text}>
          {summary}
        </Body1>
      )}
      {latestActivity.length > 0 && (
        <div className={styles.section}>
          <Body1 as="h3" className={styles.text}>
            {words.latestActivity}
          </Body1>
          <InsightBullets bullets={latestActivity} citations={citations} />
        </div>
      )}
      {sections.map((section) => (
        <ConnectorSection
          key={section.connector}
          section={section}
          title={words.infoFrom(section.title)}
          citations={citations}
        />
      ))}
      {text && <AiFooter copied={text} citations={citations} />}
    </SurfaceCard>
  );
}
