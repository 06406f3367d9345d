/** The shapes that data from elsewhere must have before it is believed. */

/** What a value of type T looks like. */
export interface Shape<T> {
  /** Where a value is not of this shape: a path below it, empty for itself; undefined where it is. */
  faultOf(value: unknown): string | undefined;
  /** Never there: it ties the shape to its type. */
  readonly of?: T;
}

/** A shape that one test decides about. */
export function that<T>(isRight: (value: unknown) => boolean): Shape<T> {
  return { faultOf: (value) => (isRight(value) ? undefined : '') };
}

export const text = that<string>((value) => typeof value === 'string' && value !== '');
export const whole = that<number>((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const amount = that<number>((value) => Number.isFinite(value) && (value as number) >= 0);

/** Milliseconds since 1970 that a Date can hold. */
export const time = that<number>((value) => Number.isSafeInteger(value) && Math.abs(value as number) <= 8.64e15);

/** An address that a browser may be sent to. */
export const webAddress = that<string>((value) => /^https?:$/.test(URL.parse(String(value))?.protocol ?? ''));

/** One of these words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Shape<Word> {
  return that((value) => words.includes(value as Word));
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return { faultOf: (value) => (value === undefined ? undefined : shape.faultOf(value)) };
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    faultOf(value) {
      if (!Array.isArray(value)) return '';
      for (const [index, each] of value.entries()) {
        const fault = shape.faultOf(each);
        if (fault !== undefined) return `/${index}${fault}`;
      }
      return undefined;
    },
  };
}

type ShapesOf<T> = { readonly [Name in keyof T]-?: Shape<T[Name]> };

/** An object with these properties; others are let pass. */
export function objectOf<T extends object>(properties: ShapesOf<T>): Shape<T> {
  const shapes = Object.entries<Shape<unknown>>(properties);
  return {
    faultOf(value) {
      if (typeof value !== 'object' || value === null) return '';
      for (const [name, shape] of shapes) {
        const fault = shape.faultOf((value as Record<string, unknown>)[name]);
        if (fault !== undefined) return `/${name}${fault}`;
      }
      return undefined;
    },
  };
}

/** An object whose `kind` says which of these shapes it has. */
export function byKind<T extends { readonly kind: string }>(
  shapes: {
    readonly [Kind in T['kind']]: Shape<Extract<T, { readonly kind: Kind }>>;
  },
): Shape<T> {
  return {
    faultOf(value) {
      const kind = (value as { kind?: unknown } | null)?.kind;
      if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) return '/kind';
      return shapes[kind as T['kind']].faultOf(value);
    },
  };
}
