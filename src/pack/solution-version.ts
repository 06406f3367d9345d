import { CodedError } from '../core/coded-error.ts';

/** A version of four numbers, as Dataverse has them; missing ones are 0. Throws USAGE where it is none. */
export function solutionVersion(given: string): string {
  const version = fourNumbers(given);
  if (version === undefined)
    throw new CodedError(
      'USAGE',
      `--version is one to four numbers with points between, such as 1.2.0, not "${given}".`,
    );
  return version;
}

/** Of a definition, whose version may be any text: then it is 1.0.0.0. */
export function versionOfDefinition(version: string): string {
  return fourNumbers(version) ?? '1.0.0.0';
}

function fourNumbers(text: string): string | undefined {
  if (!/^\d{1,9}(?:\.\d{1,9}){0,3}$/.test(text)) return undefined;
  const numbers = text.split('.').map(Number);
  return [0, 1, 2, 3].map((index) => numbers[index] ?? 0).join('.');
}
