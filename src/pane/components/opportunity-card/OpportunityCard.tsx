import { Caption1, Divider, Link, makeStyles, tokens } from '@fluentui/react-components';
import { FlashSparkleRegular } from '@fluentui/react-icons';
import type { CrmRecord } from '../../../host/api/api-types.ts';
import { money } from '../../state/money.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { day } from '../../state/times.ts';
import { RecordIcon } from '../record-link/RecordLink.tsx';
import { SurfaceCard } from '../surface-card/SurfaceCard.tsx';

const useStyles = makeStyles({
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  link: { fontWeight: tokens.fontWeightSemibold, textAlign: 'start' },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXS },
});

/** The opportunity that a mail is connected to: its name, which opens it, and what matters most of it. */
export function OpportunityCard({
  record: { name, type, fields },
  onOpen,
}: {
  record: Pick<CrmRecord, 'name' | 'type' | 'fields'>;
  onOpen: () => void;
}) {
  const styles = useStyles();
  const { words, language } = useSellerContext();
  const { amount, currency = 'USD', closesOn, owner } = fields;
  const facts = [
    [words.estRevenue, amount === undefined ? undefined : money(amount, currency, language)],
    [words.estCloseDate, closesOn === undefined ? undefined : day(closesOn, language)],
    [words.owner, owner],
  ] as const;
  return (
    <SurfaceCard title={words.opportunityInsights} icon={<FlashSparkleRegular fontSize={20} aria-hidden="true" />}>
      <Divider />
      <div className={styles.name}>
        <RecordIcon type={type} />
        <Link as="button" className={styles.link} onClick={onOpen}>
          {name}
        </Link>
      </div>
      <div className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value !== undefined && (
              <Caption1 key={label}>
                {label}: {value}
              </Caption1>
            ),
        )}
      </div>
    </SurfaceCard>
  );
}
