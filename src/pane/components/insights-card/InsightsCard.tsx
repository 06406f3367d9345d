import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { InsightsView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { AiFooter } from '../ai-footer/AiFooter.tsx';
import { InsightBullets } from '../insight-bullets/InsightBullets.tsx';
import { SectionTrouble } from '../section-trouble/SectionTrouble.tsx';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  grey: { color: tokens.colorNeutralForeground3 },
});

/** Opportunity insights: a section a connector, its bullets with citations. */
export function InsightsCard({ view: { sections, citations } }: { view: InsightsView }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  const text = sections.flatMap(({ bullets }) => bullets.map((bullet) => `• ${bullet.text}`)).join('\n');
  return (
    <SurfaceCard title={words.insightsFromSources} hint={words.insightsFromSourcesHint}>
      {sections.map((section) => (
        <div key={section.connector} className={styles.section}>
          <Body1 as="h3" block style={{ margin: 0 }}>
            {section.title}
          </Body1>
          {section.isMock && <Caption1 className={styles.grey}>{words.example}</Caption1>}
          <InsightBullets bullets={section.bullets} citations={citations} />
          <SectionTrouble section={section} />
        </div>
      ))}
      {citations.length > 0 && <AiFooter copied={text} citations={citations} />}
    </SurfaceCard>
  );
}
