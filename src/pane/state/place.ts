/** Where the seller is and how they look at it: kept in the address, so that it survives a reload and can be passed on. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';

export const pages = ['mail', 'records', 'chat', 'connectors'] as const;
export type Page = (typeof pages)[number];

/** The CRMs to choose from, by their names. */
export const crms = { dynamics365: 'Dynamics 365', salesforce: 'Salesforce' } as const;

export interface Place {
  readonly page: Page;
  /** Id of the mail that is open. */
  readonly mail?: string;
  /** TYPE:ID of the record that is open, in the CRM of the place. */
  readonly record?: string;
  /** What the Sales pane shows beside a mail, if not the mail itself. */
  readonly pane?: 'record' | 'draft';
  readonly seller?: string;
  /** BCP 47; the seller's own where absent. */
  readonly language?: string;
  readonly crm: keyof typeof crms;
  readonly theme: 'light' | 'dark';
  /** The inspector is open. */
  readonly inspector: boolean;
  /** The call that the inspector shows. */
  readonly call?: string;
}

export type Changes = { readonly [Name in keyof Place]?: Place[Name] | undefined };

/** Reads a place from a query string; what it does not know is left out. */
export function placeOf(search: string): Place {
  const query = new URLSearchParams(search);
  const optional = <Name extends string>(name: Name) => {
    const value = query.get(name);
    return value ? { [name]: value } : {};
  };
  const pane = query.get('pane');
  return {
    page: pages.find((page) => page === query.get('page')) ?? 'mail',
    crm: query.get('crm') === 'salesforce' ? 'salesforce' : 'dynamics365',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    inspector: query.get('inspector') === 'open',
    ...(pane === 'record' || pane === 'draft' ? { pane } : {}),
    ...optional('mail'),
    ...optional('record'),
    ...optional('seller'),
    ...optional('language'),
    ...optional('call'),
  };
}

/** The query string of a place; what is usual is left out. */
export function searchOf(place: Place): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...place, inspector: place.inspector ? 'open' : '' }))
    if (value && usual[name] !== value) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** What of a query string is not as the place has it, such as a page that there is not. */
export function oddNamesIn(search: string, place: Place): readonly string[] {
  const shown: Readonly<Record<string, unknown>> = { ...place, inspector: place.inspector ? 'open' : '' };
  const known = [...Object.keys(shown), 'mail', 'record', 'pane', 'seller', 'language', 'call'];
  return [...new URLSearchParams(search)].flatMap(([name, value]) =>
    known.includes(name) && value !== (shown[name] ?? '') ? [name] : [],
  );
}

const usual: Readonly<Record<string, string>> = { page: 'mail', crm: 'dynamics365', theme: 'light' };

const moved = 'saleskit-moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

/** Puts a place in the address without a step back to what was there. */
export function correctPlace(place: Place): void {
  window.history.replaceState(null, '', `${window.location.pathname}${searchOf(place)}`);
  window.dispatchEvent(new Event(moved));
}

/** The place, and a function that goes elsewhere; undefined takes a part away. */
export function usePlace(): [Place, (changes: Changes) => void] {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const go = useCallback((changes: Changes) => {
    const next = { ...placeOf(window.location.search), ...changes } as Place;
    window.history.pushState(null, '', `${window.location.pathname}${searchOf(next)}`);
    window.dispatchEvent(new Event(moved));
  }, []);
  const place = useMemo(() => placeOf(search), [search]);
  return [place, go];
}
