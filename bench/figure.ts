/** Figures, the groups that measure them, and what of them was asked for. */
import type { Bench } from './bench.ts';

/** What a figure must be to be good enough. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

export interface FigureDeclaration {
  /** Begins with its group's id. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly goal?: Goal;
}

/** A figure as measured; one without a goal holds. */
export interface Figure extends FigureDeclaration {
  readonly value: number;
  readonly holds: boolean;
}

/** Figures that are measured together. `run` gives a value for each; what is absent could not be had on this machine. */
export interface Group<Id extends string = string> {
  readonly id: string;
  readonly title: string;
  /** Runs only when named. */
  readonly long?: boolean;
  readonly figures: readonly (FigureDeclaration & { readonly id: Id })[];
  run(bench: Bench): Promise<Readonly<Partial<Record<Id, number>>>>;
}

/** Declares a group: the values that it measures are typed by its figures. */
export function group<const Id extends string>(declared: Group<Id>): Group {
  return declared;
}

/** Thrown by a group whose input is not there (a program, a database): its figures are left out, and that is no failure. */
export class MissingInput extends Error {}

/** The figure with its measured value. */
export function measured(figure: FigureDeclaration, value: number): Figure {
  return { ...figure, value, holds: meets(value, figure.goal) };
}

function meets(value: number, goal: Goal | undefined): boolean {
  if (!Number.isFinite(value)) return false;
  if (!goal) return true;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}
