import { Body1, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmarkRegular, SparkleFilled } from '@fluentui/react-icons';
import type { EmailSummaryView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { ExampleBadge } from '../example-badge/ExampleBadge.tsx';
import { keyed } from '../keyed.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  icon: { color: tokens.colorBrandForeground1 },
  title: { margin: 0 },
  text: { margin: 0 },
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** Over the mail: its summary, then the first insight of each connector. */
export function CanvasSummary({ view: { summary, canvas } }: { view: Pick<EmailSummaryView, 'summary' | 'canvas'> }) {
  const styles = useStyles();
  const { words } = useSellerContext();
  return (
    <section className={styles.box} aria-label={words.summaryByCopilot}>
      <div className={styles.head}>
        <SparkleFilled className={styles.icon} fontSize={20} aria-hidden="true" />
        <Body1Strong as="h3" className={styles.title}>
          {words.summaryByCopilot}
        </Body1Strong>
      </div>
      {keyed(summary, (each) => each).map(([key, sentence]) => (
        <Body1 as="p" key={key} className={styles.text}>
          {sentence}
        </Body1>
      ))}
      {keyed(canvas, ({ title }) => title).map(([key, { title, text, isMock }]) => (
        <div key={key} className={styles.head}>
          <Body1 as="p" className={styles.text}>
            {words.infoFrom(title)}: {text}
          </Body1>
          {isMock && <ExampleBadge />}
        </div>
      ))}
      <Caption1 className={styles.foot}>
        <ShieldCheckmarkRegular aria-hidden="true" />
        {words.aiGenerated}
      </Caption1>
    </section>
  );
}
