/** How many items a call asks for, and what becomes of those beyond: they are counted, not shown or kept. */
import { limits } from '../../contract/contract.ts';
import type { Finding } from '../../report/finding.ts';
import type { MappedValue } from './map-request.ts';

/** The most items that are looked at; asked for by `top`, else the host's own maximum. */
export interface AskedFor {
  readonly isAsked: boolean;
  readonly most: number;
}

/** A list with more items than are looked at. */
export interface CutList {
  /** Names from the root of the body. */
  readonly path: readonly string[];
  readonly kept: number;
  /** How many came. */
  readonly came: number;
}

/** What was sent as `top`. */
export function askedFor(values: readonly MappedValue[]): AskedFor {
  const top = values.find(({ input, parameter }) => parameter && input.toLowerCase() === 'top')?.value;
  const number = Number(top);
  return top !== undefined && Number.isSafeInteger(number) && number >= 0
    ? { isAsked: true, most: number }
    : { isAsked: false, most: limits.top.max };
}

/** Where a list goes on beyond what was asked for. */
export function cutOf(list: readonly unknown[], path: readonly string[], { most }: AskedFor): CutList | undefined {
  return list.length > most ? { path, kept: most, came: list.length } : undefined;
}

export function moreThanAsked({ kept, came, path }: CutList, { isAsked }: AskedFor): Finding {
  const what = isAsked
    ? `${kept} were asked for, ${came} came: heed top.`
    : `No top was sent, and ${came} came: take the input top and heed it.`;
  const message = `${what} Only the first ${kept} are looked at; the other ${came - kept} are neither shown nor kept in the trace.`;
  return { rule: 'answer-more-than-asked', severity: 'warning', message, pointer: `/${path.join('/')}` };
}

/** The body without the items beyond. */
export function withoutRest(body: unknown, { path, kept }: CutList): unknown {
  const [name, ...below] = path;
  if (name === undefined) return Array.isArray(body) ? body.slice(0, kept) : body;
  const object = body as Readonly<Record<string, unknown>>;
  return { ...object, [name]: withoutRest(object[name], { path: below, kept, came: kept }) };
}
