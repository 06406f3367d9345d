import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import type { Citation, InsightsSection } from '../../../host/api/api-types.ts';
import { ExampleBadge } from '../example-badge/ExampleBadge.tsx';
import { InsightBullets } from '../insight-bullets/InsightBullets.tsx';
import { SectionTrouble } from '../section-trouble/SectionTrouble.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
});

/** What one connector adds to a card: its title, its bullets, or what stands in their place. */
export function ConnectorSection({
  section,
  title,
  citations = [],
}: {
  section: InsightsSection;
  title: string;
  citations?: readonly Citation[];
}) {
  const styles = useStyles();
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <Body1 as="h3" block className={styles.title}>
          {title}
        </Body1>
        {section.isMock && <ExampleBadge />}
      </div>
      {section.bullets.length > 0 && <InsightBullets bullets={section.bullets} citations={citations} />}
      <SectionTrouble section={section} />
    </div>
  );
}
