/** Something that a person has to know of the app package. */
export interface Note {
  /**
   * to-do: the app does not work before; fill-in: something in the app stands for what only its owner knows; left-out: not in the app; changed: another in the app; doubtful: look at it.
   */
  readonly kind: 'to-do' | 'fill-in' | 'left-out' | 'changed' | 'doubtful';
  /** What is meant: an operation, a file and its property, a setting. */
  readonly about: string;
  /** What is so, why, and what to do, in one to three sentences. */
  readonly message: string;
}

export type Tell = (note: Note) => void;
