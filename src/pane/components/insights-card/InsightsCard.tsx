import type { InsightsView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { AiFooter } from '../ai-footer/AiFooter.tsx';
import { ConnectorSection } from '../connector-section/ConnectorSection.tsx';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

/** Opportunity insights: a section a connector, its bullets with citations. */
export function InsightsCard({ view: { sections, citations } }: { view: InsightsView }) {
  const { words } = useSellerContext();
  if (sections.length === 0) return null;
  const text = sections.flatMap(({ bullets }) => bullets.map((bullet) => `• ${bullet.text}`)).join('\n');
  return (
    <SurfaceCard title={words.insightsFromSources} hint={words.insightsFromSourcesHint}>
      {sections.map((section) => (
        <ConnectorSection key={section.connector} section={section} title={section.title} citations={citations} />
      ))}
      {citations.length > 0 && <AiFooter copied={text} citations={citations} />}
    </SurfaceCard>
  );
}
