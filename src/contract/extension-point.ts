/** The shape in which an extension point of Copilot for Sales is declared. Source: the pages named in each declaration. */

/** What a field holds; `array` and `object` say more in `items`, `model` or `values`. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** One input or output. `description` is a protocol constant: the host maps fields by it. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly format?: 'int32' | 'double' | 'date-time';
  readonly required: boolean;
  readonly description: string;
  /** What the documentation says besides; never matched. */
  readonly details?: string;
  /** The values a definition declares, where it declares any. */
  readonly enum?: readonly string[];
  /** Of an array: `string`, or the name of one of the point's models. */
  readonly items?: string;
  /** Of an object: the name of one of the point's models. */
  readonly model?: string;
  /** Of an object without a model: what its values are. */
  readonly values?: 'string';
  /** Longest text shown, in UTF-16 units. */
  readonly maxLength?: number;
  /** People read it, so it follows Accept-Language (G10); of name-value pairs both names and values do. */
  readonly localized?: boolean;
}

/** A wording that the documentation had once; certified connectors carry some of them still. */
export interface FormerWording {
  /** `API`, `header`, or the name of a field. */
  readonly field: string;
  readonly name?: string;
  readonly description: string;
  readonly since: string;
  readonly until: string;
  readonly note?: string;
}

/** Which output is what of a citation: paths from an item, such as previewCardData.title. */
export interface Citation {
  readonly title: string;
  readonly subtitle?: string;
  readonly url?: string;
  readonly thumbnail?: string;
}

/** What an agent that has the action as a tool is told: the API description speaks of Copilot for Sales only. */
export interface AgentWords {
  /** What the action is for, in a sentence; a chat skill says it itself. */
  readonly purpose?: string;
  /** What the question is about, in a seller's few words. */
  readonly subject?: string;
  /** A question that it answers. */
  readonly question?: string;
  readonly citation: Citation;
}

/** One place where Copilot for Sales takes in partner data. */
export interface ExtensionPoint {
  readonly id: string;
  readonly title: string;
  /** Where a seller sees the answer. */
  readonly surface: string;
  /** Replaced by another point with the same description. */
  readonly legacy?: boolean;
  /** The host finds the action by this text; null where any description will do (chat skills). */
  readonly apiDescription: string | null;
  readonly method: 'GET' | 'POST' | 'any';
  readonly operationId: string | null;
  /** The path of the documentation, a placeholder (G1). */
  readonly path: string | null;
  readonly inputsIn: 'query' | 'body' | 'any';
  readonly inputs: readonly Field[];
  readonly models: Readonly<Record<string, readonly Field[]>>;
  readonly envelope: readonly Field[];
  readonly item: readonly Field[];
  readonly agent: AgentWords;
  readonly limits: readonly string[];
  /** Types of the records for which it is shown, where it is not shown for all. */
  readonly shownFor?: readonly string[];
  readonly notes: readonly string[];
  readonly formerly: readonly FormerWording[];
  /** The documented answer, and where it breaks its own documentation (JSON pointers). */
  readonly example: unknown;
  readonly exampleErrata: readonly string[];
  readonly errata: readonly string[];
  readonly contentTypes?: Readonly<Record<string, string>>;
  readonly source: string;
}
