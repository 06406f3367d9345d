/** The shape of a check: one file of checks/ each. */
import type { ConnectorSubject, Subject } from './subject.ts';
import type { Verdict } from './verdict.ts';

/** What a person needs to understand and mend a failure. */
interface CheckText {
  /** The name of its file; subject first. */
  readonly id: string;
  readonly group: CheckGroup;
  /** A sentence that holds where the check passes. */
  readonly title: string;
  readonly why: string;
  /** Guideline, page or standard. */
  readonly source: string;
  /** How to mend what fails. */
  readonly mend: string;
}

export const checkGroups = [
  'answers',
  'five-seconds',
  'paging',
  'language',
  'headers',
  'errors',
  'robustness',
  'safety',
  'consistency',
] as const;
export type CheckGroup = (typeof checkGroups)[number];

/**
 * When it runs: `alone` before all others with nothing else under way, `together` beside those of other actions, `load`
 * after them, `last` on its own at the end, `end` after which nothing can be asked for a while.
 */
export type Turn = 'alone' | 'together' | 'load' | 'last' | 'end';

/** Runs once for each action. It may throw NotAsked, which is could-not-run. */
export interface ActionCheck extends CheckText {
  readonly scope: 'action';
  readonly turn: Turn;
  /** Calls that are to be made before all checks, with nothing else under way. It may throw NotAsked. */
  prepare?(subject: Subject): Promise<unknown>;
  run(subject: Subject): Promise<Verdict>;
}

/** Runs once for the connector. */
export interface ConnectorCheck extends CheckText {
  readonly scope: 'connector';
  readonly turn: Turn;
  run(connector: ConnectorSubject): Promise<Verdict>;
}

export type Check = ActionCheck | ConnectorCheck;

/** Declares a check of actions; `together` unless it says otherwise. */
export function actionCheck(check: Omit<ActionCheck, 'scope' | 'turn'> & { readonly turn?: Turn }): ActionCheck {
  return { turn: 'together', ...check, scope: 'action' };
}

/** Declares a check of the connector as a whole. */
export function connectorCheck(
  check: Omit<ConnectorCheck, 'scope' | 'turn'> & { readonly turn?: Turn },
): ConnectorCheck {
  return { turn: 'together', ...check, scope: 'connector' };
}
