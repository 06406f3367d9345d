import { Body1Strong, Button, Caption1, Divider, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import type { Citation } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { dayAndTime } from '../../state/times.ts';
import { ConnectorIcon } from '../connector-icon/ConnectorIcon.tsx';
import { LabelledValues } from '../labelled-values/LabelledValues.tsx';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: '272px', maxWidth: '100%' },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  grey: { color: tokens.colorNeutralForeground3 },
});

/** What opens from a citation's number: title and time, the additional properties, the source. */
export function CitationCard({ citation, isNumbered = false }: { citation: Citation; isNumbered?: boolean }) {
  const styles = useStyles();
  const { words, language, timeZone } = useSellerContext();
  const { title, dateTime, properties, source, connector, url } = citation;
  return (
    <article className={styles.card} aria-label={title}>
      <div className={styles.head}>
        {connector !== undefined && <ConnectorIcon connector={connector} title={source} />}
        <div>
          <Body1Strong block>{isNumbered ? `${citation.number}. ${title}` : title}</Body1Strong>
          {dateTime && (
            <Caption1 block className={styles.grey}>
              {dayAndTime(dateTime, language, timeZone)}
            </Caption1>
          )}
        </div>
      </div>
      {properties.length > 0 && <LabelledValues values={properties} />}
      <Divider />
      <div className={styles.foot}>
        <span>{words.source(source)}</span>
        {url && (
          <Button
            as="a"
            appearance="subtle"
            size="small"
            href={url}
            target="_blank"
            rel="noreferrer"
            icon={<OpenRegular />}
            aria-label={words.openIn(source)}
            title={words.openIn(source)}
          />
        )}
      </div>
    </article>
  );
}
