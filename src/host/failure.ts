/** What keeps the newest state of something from being shown: a broken package, a program that has ended, a call that fails. */
import { readFileSync } from 'node:fs';
import { CodedError } from '../core/coded-error.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';

/** Where in a file: from 1, columns in UTF-16 units. */
export interface FailurePlace {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** One failure, as the pane draws it over the last good state. */
export interface Failure extends Partial<FailurePlace> {
  readonly kind: 'package' | 'program' | 'call';
  /** The package, the command line of the program, or the operation id of the action. */
  readonly about: string;
  readonly message: string;
  /** Nothing that worked was there before. */
  readonly isFirst?: boolean;
  /** The lines around the place. */
  readonly excerpt: readonly { readonly line: number; readonly text: string }[];
}

/** A failure with the lines around its place, as far as its file can be read. */
export function failureAt(
  { kind, about, message }: Pick<Failure, 'kind' | 'about' | 'message'>,
  place: FailurePlace | undefined,
): Failure {
  return { kind, about, message, ...place, excerpt: place?.line ? excerptOf(place.file, place.line) : [] };
}

/** In one line, for where nothing is drawn. */
export function failureInWords({ about, message, file, line, column }: Failure): string {
  const place = file ? ` (${[file, line, column].filter((part) => part !== undefined).join(':')})` : '';
  return `${about} has failed: ${message}${place}`;
}

const linesAround = 2;
const longestLine = 200;

function excerptOf(file: string, line: number): Failure['excerpt'] {
  const lines = linesOf(file);
  const first = Math.max(1, line - linesAround);
  return lines
    .slice(first - 1, line + linesAround)
    .map((text, index) => ({ line: first + index, text: text.slice(0, longestLine) }));
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/\r?\n$/, '')
      .split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}

/** A package that could be read before and has broken files now. */
export class BrokenPackage extends CodedError {
  readonly place: FailurePlace;
  readonly words: string;

  constructor({ message, ...place }: FailurePlace & { readonly message: string }) {
    super('PACKAGE_UNREADABLE', `${[place.file, place.line, place.column].join(':')}: ${message}`);
    this.place = place;
    this.words = message;
  }
}

/** The first place where a file of a package breaks off, as an error; undefined where all can be read. */
export function brokenPart({ definition, properties, actions }: ConnectorPackage): BrokenPackage | undefined {
  const [first] = [definition, properties ?? [], actions ?? []]
    .flat()
    .flatMap((document) => document.problems.map((problem) => ({ ...problem, file: problem.file ?? document.file })))
    .filter(({ severity }) => severity === 'error');
  if (!first) return undefined;
  const { file, line, column, message } = first;
  return new BrokenPackage({ file, line, column, message });
}

/** What an error says of a package. */
export function packageFailure(about: string, error: Error): Failure {
  const isPlaced = error instanceof BrokenPackage;
  const message = isPlaced ? error.words : error.message;
  return failureAt({ kind: 'package', about, message }, isPlaced ? error.place : undefined);
}
