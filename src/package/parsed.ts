/** Something wrong with the text itself. */
export interface Problem {
  readonly kind: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** UTF-16 units from the beginning. */
  readonly offset: number;
}

/** Of a property, its name or its value. */
export type Part = 'name' | 'value';

/** What a parser gives. */
export interface Parsed {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** A strict parser of JSON has taken it. */
  readonly isStrict?: true;
  /** The offset of what stands at this path, or of the nearest parent. */
  offsetOf(pointer: string, part: Part): number;
}
