/** What of an API of one's own feeds which extension point: proposed, with scores from 0 to 1 and with reasons. */
import type { ListReading } from './list-reading.ts';
import type { OwnOperation, OwnParameter } from './own-api.ts';
import type { OwnField } from './own-schema.ts';
import type { OwnSecurity } from './own-security.ts';
import type { Source } from './sales-words.ts';

/** A text where the API has none. */
export type MadeText =
  /** Two fields in one text: `title: status`. */
  | { readonly kind: 'composed'; readonly fields: readonly [OwnField, OwnField] }
  /** A field with its name before it: `Status: sent`. */
  | { readonly kind: 'labelled'; readonly field: OwnField };

/** By an amount, the currency that it is in. */
export type Currencies = ReadonlyMap<OwnField, OwnField>;

/** Where an output comes from. */
export type OutputSource =
  /** Where it may be absent, a text of others stands in for it. */
  | { readonly kind: 'field'; readonly field: OwnField; readonly instead?: MadeText }
  | MadeText
  /** The same for every item. */
  | { readonly kind: 'constant'; readonly value: string }
  /** Name-value pairs of what is left. */
  | { readonly kind: 'pairs'; readonly fields: readonly OwnField[]; readonly currencies: Currencies }
  | { readonly kind: 'nothing' };

export interface OutputFeed {
  readonly output: string;
  readonly isRequired: boolean;
  readonly source: OutputSource;
  readonly score: number;
  readonly why: string;
}

/** A parameter of one's own with what of the question feeds it; `nothing` where it is required and nothing does. */
export interface InputFeed {
  readonly parameter: OwnParameter;
  readonly source: Source | 'nothing';
  readonly score: number;
  readonly why: string;
  /** Of a record's id: the type of record that alone it is about, where its name says so. */
  readonly recordType?: string | undefined;
}

export interface PointProposal {
  readonly point: string;
  readonly operation: OwnOperation;
  readonly score: number;
  readonly why: readonly string[];
  readonly inputs: readonly InputFeed[];
  readonly outputs: readonly OutputFeed[];
  readonly reading: ListReading;
  /** What is to be done by hand, in sentences. */
  readonly missing: readonly string[];
  /** Other lists that could feed it, the better first. */
  readonly others: readonly OwnOperation[];
}

export interface Proposal {
  /** As the document has it. */
  readonly title: string;
  readonly version: string;
  /** Where the API is, as far as its document says so. */
  readonly address: string | undefined;
  /** What the document says of the API; empty where it says nothing. */
  readonly description: string;
  readonly security: OwnSecurity | undefined;
  readonly points: readonly PointProposal[];
  /** Extension points that nothing feeds. */
  readonly unfed: readonly string[];
  /** What is odd about the document, in sentences. */
  readonly remarks: readonly string[];
}
