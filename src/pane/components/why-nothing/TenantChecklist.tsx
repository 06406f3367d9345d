import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { tenantChecklist } from '../../tenant/tenant-checklist.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: '24px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What to look at in a tenant where nothing shows, though all is right here. */
export function TenantChecklist() {
  const styles = useStyles();
  return (
    <Accordion collapsible>
      <AccordionItem value="tenant">
        <AccordionHeader as="h4">Everything is right here, but nothing shows in a tenant?</AccordionHeader>
        <AccordionPanel>
          <ol className={styles.list}>
            {tenantChecklist.map(({ id, title, text }) => (
              <li key={id}>
                <span className={styles.title}>{title}</span>
                <p className={styles.text}>{text}</p>
              </li>
            ))}
          </ol>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
