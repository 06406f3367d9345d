/** One thing that lint, the host or verify has to say. */
export interface Finding {
  /** The id of the rule or check that says it. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, where, and how to mend it, in one or two sentences. */
  readonly message: string;
  readonly file?: string;
  /** JSON pointer into the file; of what is missing, its parent. */
  readonly pointer?: string;
  /** From 1; columns count UTF-16 units. */
  readonly line?: number;
  readonly column?: number;
}

export type Severity = 'error' | 'warning' | 'info';
