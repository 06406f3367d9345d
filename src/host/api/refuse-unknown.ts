import { CodedError } from '../../core/coded-error.ts';
import { didYouMean } from '../configuration/nearest-word.ts';

/** Refuses a body with a property that is not known: INVALID_ARGUMENT, with the nearest name. */
export function refuseUnknown(body: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new CodedError('INVALID_ARGUMENT', `"${unknown}" is not known here. ${didYouMean(unknown, known)}`);
}
