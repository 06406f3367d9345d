/** View data: what each surface shows, in order. Pane and reports draw it; neither knows how it came about. */

import type { HostedConnector } from '../create-host.ts';
import type { Item } from '../engine/check-answer.ts';
import type { Outcome, Trace } from '../engine/trace.ts';

/** What opens from a bullet's number. */
export interface Citation {
  readonly number: number;
  readonly title: string;
  /** As the connector gave it; drawn in the seller's language and zone. */
  readonly dateTime?: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly source: string;
  /** Its key; absent where the CRM itself is the source. */
  readonly connector?: string;
  readonly url?: string;
}

export interface Bullet {
  readonly text: string;
  readonly citation?: number;
}

/** What one connector adds to a surface. */
export interface Section {
  readonly connector: string;
  readonly title: string;
  /** Where it is not "shown", the pane has the seller's words for it, and the inspector the reason. */
  readonly outcome: Outcome | Pending;
  /** The trace that tells all; empty while the call is under way. */
  readonly trace: string;
  readonly isMock: boolean;
  /** The package wants a sign-in, and the call was made without. */
  readonly isUnsigned?: boolean;
}

/** The call is under way. */
export type Pending = 'pending';

export interface InsightsSection extends Section {
  readonly bullets: readonly Bullet[];
}

/** A card under record details. */
export interface RecordsSection extends Section {
  /** What the connector calls its records, for the card's title; absent where nothing is shown. */
  readonly pluralName?: string;
  readonly rows: readonly {
    readonly title: string;
    /** The first two additional properties. */
    readonly keyFields: readonly string[];
    readonly typeName: string;
    readonly properties: readonly (readonly [name: string, value: string])[];
    readonly url?: string;
  }[];
}

export interface LinksSection extends Section {
  readonly links: readonly {
    readonly title: string;
    readonly url: string;
    readonly description: string;
    readonly type: string;
    readonly iconUrl?: string;
  }[];
}

export interface CardsSection extends Section {
  readonly cards: readonly {
    readonly title: string;
    readonly subTitle?: string;
    readonly url?: string;
    readonly adaptiveCard: unknown;
  }[];
}

/** Of a trace, what views are made of. */
export interface Answered extends Pick<Trace, 'id' | 'connector' | 'isMock' | 'items' | 'findings'> {
  readonly outcome: Outcome | Pending;
}

export type Called = readonly (readonly [Pick<HostedConnector, 'key'>, Answered])[];

/** Stands for the answer of a connector whose call is under way. */
export function pendingOf({ discovery, entry }: HostedConnector): Answered {
  const { title } = discovery.connector;
  return { id: '', connector: title, outcome: 'pending', isMock: entry.isMock ?? false, items: [], findings: [] };
}

/** Insights with their citations, which count on from `first`. */
export function insightsOf(
  called: Called,
  textName: 'description' | 'insight',
  first = 1,
): { sections: InsightsSection[]; citations: Citation[] } {
  const citations: Citation[] = [];
  const sections = called.map(([connector, trace]): InsightsSection => {
    const bullets = trace.items.map((item): Bullet => {
      const text = String(item[textName]);
      if (textName === 'insight') return { text };
      const number = first + citations.length;
      citations.push({ ...citationOf(item, number, trace.connector), connector: connector.key });
      return { text, citation: number };
    });
    return { ...sectionOf(connector, trace), bullets };
  });
  return { sections, citations };
}

export function recordsOf(called: Called): RecordsSection[] {
  return called.map(([connector, trace]) => {
    const [first] = trace.items;
    const plural = first && { pluralName: String(first.recordTypePluralDisplayName) };
    const rows = trace.items.map((item) => ({
      title: String(item.recordTitle),
      keyFields: propertiesOf(item)
        .slice(0, 2)
        .map(([, value]) => value),
      typeName: String(item.recordTypeDisplayName),
      properties: propertiesOf(item),
      ...linkOf(item),
    }));
    return { ...sectionOf(connector, trace), ...plural, rows };
  });
}

export function linksOf(called: Called): LinksSection[] {
  return called.map(([connector, trace]) => ({
    ...sectionOf(connector, trace),
    links: trace.items.map((item) => ({
      title: String(item.contentTitle),
      url: String(item.content),
      description: String(item.contentDescription),
      type: String(item.contentType),
      ...(item.contentIconUrl !== undefined && { iconUrl: String(item.contentIconUrl) }),
    })),
  }));
}

export function cardsOf(called: Called): CardsSection[] {
  return called.map(([connector, trace]) => ({
    ...sectionOf(connector, trace),
    cards: trace.items.map(({ adaptiveCard, previewCardData }) => {
      const { title = '', subTitle, url } = previewCardData as { title?: string; subTitle?: string; url?: string };
      return { title, adaptiveCard, ...(subTitle && { subTitle }), ...(url && { url }) };
    }),
  }));
}

function sectionOf(
  { key }: Pick<HostedConnector, 'key'>,
  { connector, outcome, id, isMock, findings }: Answered,
): Section {
  const isUnsigned = findings.some(({ rule }) => rule === 'call-without-token');
  return { connector: key, title: connector, outcome, trace: id, isMock, ...(isUnsigned && { isUnsigned }) };
}

function citationOf(item: Item, number: number, source: string): Citation {
  const dateTime = item.dateTime === undefined ? {} : { dateTime: String(item.dateTime) };
  return { number, title: String(item.title), ...dateTime, properties: propertiesOf(item), source, ...linkOf(item) };
}

function propertiesOf({ additionalProperties }: Item): (readonly [string, string])[] {
  return Object.entries((additionalProperties ?? {}) as Record<string, string>);
}

function linkOf({ url }: Item): { url?: string } {
  return typeof url === 'string' ? { url } : {};
}
