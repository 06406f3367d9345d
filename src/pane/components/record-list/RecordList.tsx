import { Body1, makeStyles, SearchBox, Subtitle2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CrmRecord } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { ofType } from '../../words/words.ts';
import { keyed } from '../keyed.ts';
import { RecordLink } from '../record-link/RecordLink.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  search: { maxWidth: '360px', width: '100%' },
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  title: { margin: 0 },
  rows: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

const types = ['opportunity', 'account', 'contact', 'lead', 'other'] as const;

function groupOf({ type }: CrmRecord): (typeof types)[number] {
  return types.find((each) => each === type) ?? 'other';
}

/** The seller's records by type; a box leaves those whose name or account holds what is typed. */
export function RecordList({
  records,
  onOpen,
}: {
  records: readonly CrmRecord[];
  onOpen: (record: CrmRecord) => void;
}) {
  const styles = useStyles();
  const { words, language } = useSellerContext();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase(language);
  const shown = records.filter(({ name, account = '' }) =>
    `${name}\n${account}`.toLocaleLowerCase(language).includes(wanted),
  );
  return (
    <div className={styles.page}>
      <SearchBox
        className={styles.search}
        aria-label={words.filterRecords}
        placeholder={words.filterRecords}
        value={filter}
        onChange={(_event, { value }) => setFilter(value)}
      />
      {shown.length === 0 && <Body1>{words.noRecords}</Body1>}
      <div className={styles.groups}>
        {types
          .map((type) => [type, shown.filter((record) => groupOf(record) === type)] as const)
          .filter(([, group]) => group.length > 0)
          .map(([type, group]) => (
            <section key={type} className={styles.group} aria-label={ofType(words.recordTypes, type)}>
              <Subtitle2 as="h3" className={styles.title}>
                {ofType(words.recordTypes, type)}
              </Subtitle2>
              <ul className={styles.rows}>
                {keyed(group, ({ name }) => name).map(([key, record]) => (
                  <li key={key}>
                    <RecordLink record={record} onOpen={() => onOpen(record)} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </div>
  );
}
