import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { FailureOverlay } from '../components/failure-overlay/FailureOverlay.tsx';
import { useConnectors, useFailures, useHostEvents, useWorld } from '../http/queries.ts';
import { MailPage } from '../pages/MailPage.tsx';
import { isLanguage, useCorrectedPlace } from '../pages/use-corrected-place.ts';
import { usePlace } from '../state/place.ts';
import { type SellerContext, SellerContextProvider } from '../state/seller-context.ts';
import { useWords } from '../words/words.ts';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';

const RecordsPage = lazy(async () => ({ default: (await import('../pages/RecordsPage.tsx')).RecordsPage }));
const ChatPage = lazy(async () => ({ default: (await import('../pages/ChatPage.tsx')).ChatPage }));
const ConnectorsPage = lazy(async () => ({ default: (await import('../pages/ConnectorsPage.tsx')).ConnectorsPage }));
const Inspector = lazy(async () => ({ default: (await import('../pages/Inspector.tsx')).Inspector }));

const pages = { mail: MailPage, records: RecordsPage, chat: ChatPage, connectors: ConnectorsPage } as const;

const narrow = '@media (max-width: 900px)';
const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground3,
    display: 'grid',
    height: '100%',
    gridTemplateColumns: '56px minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    gridTemplateAreas: '"header header" "navigation page"',
    [narrow]: {
      height: 'auto',
      minHeight: '100%',
      alignContent: 'start',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto auto auto',
      gridTemplateAreas: '"header" "navigation" "page"',
    },
  },
  inspected: {
    gridTemplateRows: 'auto minmax(0, 1fr) minmax(0, 42%)',
    gridTemplateAreas: '"header header" "navigation page" "navigation inspector"',
    '@media (min-width: 1500px)': {
      gridTemplateColumns: '56px minmax(0, 1fr) 480px',
      gridTemplateRows: 'auto minmax(0, 1fr)',
      gridTemplateAreas: '"header header header" "navigation page inspector"',
    },
    [narrow]: {
      gridTemplateRows: 'auto auto auto auto',
      gridTemplateAreas: '"header" "navigation" "page" "inspector"',
    },
  },
  page: { gridArea: 'page', minWidth: 0, minHeight: 0, overflow: 'auto' },
  inspector: {
    gridArea: 'inspector',
    minWidth: 0,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    // Below the page: as high as the window, so that it can be scrolled to its head.
    [narrow]: { minHeight: '100vh' },
  },
});

/** The whole page: Outlook's shape, the place in it, and the inspector beside it. */
export function App() {
  const styles = useStyles();
  const [place, go] = usePlace();
  const { data: world } = useWorld();
  const { data: connectors } = useConnectors();
  const { data: failures } = useFailures();
  useHostEvents();
  useCorrectedPlace();
  const seller = world?.sellers.find(({ id }) => id === place.seller) ?? world?.sellers[0];
  const named = place.language && isLanguage(place.language) ? place.language : undefined;
  const language = named ?? seller?.language ?? 'en-US';
  const words = useWords(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const context = useMemo(
    (): SellerContext => ({
      words,
      language,
      timeZone: seller?.timeZone ?? 'UTC',
      iconOf: (connector) => connectors?.find(({ key }) => key === connector)?.icon ?? undefined,
      explain: (call) => go({ inspector: true, call }),
    }),
    [words, language, seller, connectors, go],
  );
  const Page = pages[place.page];
  // A class would go to every portal too, and one as high as the page would hide it.
  return (
    <FluentProvider theme={place.theme === 'dark' ? webDarkTheme : webLightTheme} style={{ height: '100%' }}>
      <SellerContextProvider value={context}>
        <div className={mergeClasses(styles.frame, place.inspector && styles.inspected)}>
          <Header />
          <Navigation />
          <main className={styles.page}>
            <Suspense fallback={<Spinner label={words.loading} />}>
              <Page />
            </Suspense>
          </main>
          {place.inspector && (
            <aside className={styles.inspector} aria-label={words.inspector} lang="en">
              <Suspense fallback={<Spinner label={words.loading} />}>
                <Inspector />
              </Suspense>
            </aside>
          )}
        </div>
        <FailureOverlay failures={failures ?? []} />
      </SellerContextProvider>
    </FluentProvider>
  );
}
