/** TypeScript types of what travels, derived from the declarations. */
import type { Field } from './extension-point.ts';

interface Declared {
  readonly inputs: readonly Field[];
  readonly item: readonly Field[];
  readonly models: Readonly<Record<string, readonly Field[]>>;
}
type Models = Declared['models'];
type Scalars = { string: string; integer: number; number: number; boolean: boolean };

type ValueOf<F extends Field, M extends Models, DateTime> = F extends { model: infer N extends keyof M }
  ? ShapeOf<M[N], M, DateTime>
  : F extends { type: 'array'; items: infer N extends keyof M }
    ? ShapeOf<M[N], M, DateTime>[]
    : F extends { type: 'array' }
      ? string[]
      : F extends { values: 'string' }
        ? Record<string, string>
        : F extends { enum: readonly (infer Member)[] }
          ? Member
          : F extends { format: 'date-time' }
            ? DateTime
            : F extends { type: infer T extends keyof Scalars }
              ? Scalars[T]
              : Record<string, unknown>;

type Flat<T> = { [K in keyof T]: T[K] };

/** An object of these fields; `DateTime` is the type of its times. Names begin in lower case (version 1 writes Top). */
export type ShapeOf<Fields extends readonly Field[], M extends Models, DateTime> = Flat<
  {
    [F in Fields[number] as F extends { required: true } ? Uncapitalize<F['name']> : never]: ValueOf<F, M, DateTime>;
  } & {
    [F in Fields[number] as F extends { required: true } ? never : Uncapitalize<F['name']>]?:
      | ValueOf<F, M, DateTime>
      | undefined;
  }
>;

/** What the host sends to a point, as read: times are Dates. */
export type InputOf<P extends Declared> = ShapeOf<P['inputs'], P['models'], Date>;

/** One item that a point answers; times are Dates or RFC 3339 texts. */
export type ItemOf<P extends Declared> = ShapeOf<P['item'], P['models'], Date | string>;
