import { Button, Dropdown, makeStyles, Option, Subtitle2, tokens } from '@fluentui/react-components';
import { TimelineRegular, WeatherMoonRegular, WeatherSunnyRegular } from '@fluentui/react-icons';
import { useWorld } from '../http/queries.ts';
import { referenceInOther } from '../pages/situation.ts';
import { crms, usePlace } from '../state/place.ts';
import { useSellerContext } from '../state/seller-context.ts';
import { languages } from '../words/words.ts';
import { HostProfileButton } from './HostProfileButton.tsx';

const useStyles = makeStyles({
  bar: {
    gridArea: 'header',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorBrandBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, marginInlineEnd: 'auto' },
  choice: { minWidth: '132px' },
});

/** The bar on top: who sells, in which language and CRM, light or dark, and the inspector. */
export function Header() {
  const styles = useStyles();
  const [place, go] = usePlace();
  const { words, language } = useSellerContext();
  const { data: world } = useWorld();
  const seller = world?.sellers.find(({ id }) => id === place.seller) ?? world?.sellers[0];
  const nameOf = (tag: string) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  const known = (languages as readonly string[]).includes(language) ? languages : [language, ...languages];
  return (
    <header className={styles.bar}>
      <Subtitle2 as="h1" className={styles.title}>
        {words.salesPane}
      </Subtitle2>
      <Dropdown
        aria-label="Seller"
        className={styles.choice}
        value={seller?.name ?? ''}
        selectedOptions={seller ? [seller.id] : []}
        onOptionSelect={(_event, { optionValue }) =>
          go({ seller: optionValue, language: undefined, mail: undefined, record: undefined, pane: undefined })
        }
      >
        {(world?.sellers ?? []).map(({ id, name }) => (
          <Option key={id} value={id}>
            {name}
          </Option>
        ))}
      </Dropdown>
      <Dropdown
        aria-label="Language"
        className={styles.choice}
        value={nameOf(language)}
        selectedOptions={[language]}
        onOptionSelect={(_event, { optionValue }) => go({ language: optionValue })}
      >
        {known.map((tag) => (
          <Option key={tag} value={tag}>
            {nameOf(tag)}
          </Option>
        ))}
      </Dropdown>
      <Dropdown
        aria-label="CRM"
        className={styles.choice}
        value={crms[place.crm]}
        selectedOptions={[place.crm]}
        onOptionSelect={(_event, { optionValue }) => {
          const crm = optionValue as keyof typeof crms;
          go({ crm, record: referenceInOther(world?.records ?? [], place.record, place.crm, crm) });
        }}
      >
        {Object.entries(crms).map(([id, name]) => (
          <Option key={id} value={id}>
            {name}
          </Option>
        ))}
      </Dropdown>
      <HostProfileButton />
      <Button
        appearance="subtle"
        icon={place.theme === 'dark' ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
        aria-label={place.theme === 'dark' ? 'Light' : 'Dark'}
        title={place.theme === 'dark' ? 'Light' : 'Dark'}
        onClick={() => go({ theme: place.theme === 'dark' ? 'light' : 'dark' })}
      />
      <Button
        appearance={place.inspector ? 'primary' : 'secondary'}
        icon={<TimelineRegular />}
        aria-expanded={place.inspector}
        onClick={() => go({ inspector: !place.inspector, call: undefined })}
      >
        {words.inspector}
      </Button>
    </header>
  );
}
