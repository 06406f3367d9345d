import {
  Body1,
  CounterBadge,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Subtitle1,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ConnectorView, FaultView, LintView, Seller } from '../../../host/api/api-types.ts';
import { ActionTable } from '../action-table/ActionTable.tsx';
import { ConnectorIcon } from '../connector-icon/ConnectorIcon.tsx';
import { FaultSwitches } from '../fault-switches/FaultSwitches.tsx';
import { FindingsList } from '../findings-list/FindingsList.tsx';
import { errorsOf, findingsOf } from '../findings-list/findings-of.ts';
import { MendPart } from '../mend-part/MendPart.tsx';
import { ConnectionPart } from './ConnectionPart.tsx';
import type { ConnectorChanges } from './connector-changes.ts';
import { SettingsPart } from './SettingsPart.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0, overflowWrap: 'anywhere' },
  tabs: { flexWrap: 'wrap', marginLeft: `-${tokens.spacingHorizontalM}` },
  tab: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

const tabs = ['Actions', 'Findings', 'Connection', 'Faults', 'Settings'] as const;
export type TabName = (typeof tabs)[number];

/** All of one connector, as an administrator and its developer look after it. */
export function ConnectorDetails({
  connector,
  faults,
  seller,
  sellers,
  changes,
  lint,
  firstTab = 'Actions',
}: {
  connector: ConnectorView;
  faults: readonly FaultView[];
  /** Who looks at it. */
  seller: Seller | undefined;
  sellers: readonly Seller[];
  changes: ConnectorChanges;
  /** What lint says of the package, once that is known. */
  lint?: LintView | undefined;
  /** The tab that is open until another is chosen. */
  firstTab?: TabName;
}) {
  const styles = useStyles();
  const id = useId();
  const [tab, setTab] = useState<TabName>(firstTab);
  const { key, title, rewritten } = connector;
  const findings = findingsOf(connector, lint?.findings);
  const errors = errorsOf(findings).length;
  const counts: Partial<Record<TabName, readonly (readonly [count: number, color: 'danger' | 'brand'])[]>> = {
    Findings: [
      [errors, 'danger'],
      [findings.length - errors, 'brand'],
    ],
    Faults: [[Object.values(connector.faults).filter(Boolean).length, 'brand']],
  };
  const parts: Readonly<Record<TabName, () => React.ReactNode>> = {
    Actions: () => <ActionTable actions={connector.actions} lint={lint?.findings} onEnable={changes.enable} />,
    Findings: () =>
      findings.length > 0 ? <FindingsList findings={findings} /> : <Body1>Nothing was found to be wrong.</Body1>,
    Connection: () => (
      <ConnectionPart connections={connector.connections} seller={seller} sellers={sellers} changes={changes} />
    ),
    Faults: () => <FaultSwitches faults={faults} settings={connector.faults} onChange={changes.setFaults} />,
    Settings: () => <SettingsPart connector={connector} changes={changes} />,
  };
  return (
    <section className={styles.card} aria-label={`${title} in detail`}>
      <div className={styles.head}>
        <ConnectorIcon connector={key} title={title} size={40} />
        <Subtitle1 as="h3" className={styles.title}>
          {title}
        </Subtitle1>
      </div>
      {rewritten && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{rewritten}</MessageBarBody>
        </MessageBar>
      )}
      <MendPart key={key} lint={lint} onMend={changes.mend} />
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(value as TabName)}
      >
        {tabs.map((name) => (
          <Tab key={name} id={`${id}-${name}`} value={name} aria-controls={`${id}-panel`}>
            <span className={styles.tab}>
              {name}
              {counts[name]
                ?.filter(([count]) => count > 0)
                .map(([count, color]) => (
                  <CounterBadge
                    key={color}
                    count={count}
                    size="small"
                    color={color}
                    {...(color === 'danger' && { title: 'Errors' })}
                  />
                ))}
            </span>
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {parts[tab]()}
      </div>
    </section>
  );
}
