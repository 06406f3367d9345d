import { makeStyles } from '@fluentui/react-components';
import { InsightsCard } from '../components/insights-card/InsightsCard.tsx';
import { useSurface } from '../http/queries.ts';
import { referenceOf, useSituation } from './situation.ts';

const useStyles = makeStyles({ page: { width: '360px' } });

export function MailPage() {
  const styles = useStyles();
  const { place, mails, base } = useSituation();
  const mail = mails.find(({ id }) => id === place.mail) ?? mails[0];
  const opportunity = mail?.related.find(({ type }) => type === 'opportunity');
  const record = opportunity && referenceOf(opportunity, place.crm);
  const insights = useSurface('opportunity-insights', { ...base, record }, record !== undefined);
  return <div className={styles.page}>{insights.data && <InsightsCard view={insights.data} />}</div>;
}
