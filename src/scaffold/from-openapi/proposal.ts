/** What of an API of one's own feeds which extension point: proposed, with scores from 0 to 1 and with reasons. */
import type { OwnOperation, OwnParameter } from './own-api.ts';
import type { OwnField } from './own-schema.ts';
import type { Source } from './sales-words.ts';

/** Where an output comes from. */
export type OutputSource =
  /** Where it may be absent, two others in one text stand in for it. */
  | { readonly kind: 'field'; readonly field: OwnField; readonly instead?: readonly [OwnField, OwnField] }
  /** Two fields in one text: `title: status`. */
  | { readonly kind: 'composed'; readonly fields: readonly [OwnField, OwnField] }
  /** The same for every item. */
  | { readonly kind: 'constant'; readonly value: string }
  /** Name-value pairs of what is left. */
  | { readonly kind: 'pairs'; readonly fields: readonly OwnField[] }
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
}

export interface PointProposal {
  readonly point: string;
  readonly operation: OwnOperation;
  readonly score: number;
  readonly why: readonly string[];
  readonly inputs: readonly InputFeed[];
  readonly outputs: readonly OutputFeed[];
  /** What is to be done by hand, in sentences. */
  readonly missing: readonly string[];
  /** Other lists that could feed it, the better first. */
  readonly others: readonly OwnOperation[];
}

export interface Proposal {
  readonly title: string;
  readonly version: string;
  /** Where the API is, as far as its document says so. */
  readonly address: string | undefined;
  readonly points: readonly PointProposal[];
  /** Extension points that nothing feeds. */
  readonly unfed: readonly string[];
  /** What is odd about the document, in sentences. */
  readonly remarks: readonly string[];
}
