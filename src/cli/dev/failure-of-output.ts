/** What a program said when it ended, read for people: the error and where in its sources it stands. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FailurePlace } from '../../host/host.ts';

export interface OutputFailure {
  /** The name of the error and its words; the last lines of the output where it names none. */
  readonly message: string;
  readonly place: FailurePlace | undefined;
}

const errorHead = /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception|Rejection|Warning)|Error)(?: \[\w+\])?: /;
const stackLine = /^\s+at .*?\(?((?:file:\/\/\/?|\/|[A-Za-z]:\\)[^()]*?):(\d+):(\d+)\)?$/;
const sourceHead = /^((?:file:\/\/\/?|\/|[A-Za-z]:[\\/]).*):(\d+)$/;
/** What Node says around the words of a program. */
const ofNode = /^(Node\.js v|\(Use `node |node:internal\/)|^\s+(triggerUncaughtException\(|\^+)$/;
const linesKept = 5;

/** Reads Node's syntax errors, uncaught errors and modules that are not there; of other output its last lines. */
export function failureOfOutput(output: string): OutputFailure | undefined {
  const lines = output.split(/\r?\n/);
  const at = lines.findLastIndex((line) => errorHead.test(line));
  if (at >= 0) return { message: messageFrom(lines, at), place: placeOfError(lines, at) };
  const thrown = placeOfSource(lines);
  const words = lines.filter((line) => line.trim() !== '' && !ofNode.test(line));
  if (words.length === 0) return undefined;
  return { message: words.slice(thrown ? -1 : -linesKept).join('\n'), place: thrown };
}

/** The head of an error, without Node's code in brackets, and the lines of its message that follow. */
function messageFrom(lines: readonly string[], at: number): string {
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^\s+at |^\s*$|^Node\.js v/.test(line));
  const more = end < 0 ? [] : rest.slice(0, end);
  return [lines[at]?.replace(/^(\w+) \[\w+\]:/, '$1:').replace(/ \{$/, ''), ...more].join('\n');
}

function placeOfError(lines: readonly string[], at: number): FailurePlace | undefined {
  const head = lines[at] ?? '';
  const isSyntax = head.startsWith('SyntaxError');
  const source = placeOfSource(lines.slice(0, at));
  return (
    placeOfImport(head) ??
    placeOfJson(head, lines.slice(0, at)) ??
    (isSyntax ? (source ?? placeInStack(lines.slice(at))) : (placeInStack(lines.slice(at)) ?? source))
  );
}

/** The topmost place of one's own: neither Node's nor a dependency's, unless there is no other. */
function placeInStack(lines: readonly string[]): FailurePlace | undefined {
  const places = lines.flatMap((line) => {
    const [, file, row, column] = stackLine.exec(line) ?? [];
    return file ? [{ file: pathOf(file), line: Number(row), column: Number(column) }] : [];
  });
  return places.find(({ file }) => !/[\\/]node_modules[\\/]/.test(file)) ?? places[0];
}

/** FILE:LINE above the line itself with carets below it, as Node shows what it cannot read. */
function placeOfSource(lines: readonly string[]): FailurePlace | undefined {
  const at = lines.findLastIndex((line) => sourceHead.test(line));
  const [, file, row] = sourceHead.exec(lines[at] ?? '') ?? [];
  if (file === undefined) return undefined;
  return { file: pathOf(file), line: Number(row), column: caretColumn(lines.slice(at + 1)) };
}

function caretColumn(lines: readonly string[]): number | undefined {
  const caret = lines.find((line) => /^\s*\^+\s*$/.test(line));
  return caret === undefined ? undefined : caret.indexOf('^') + 1;
}

/** A module that is not there is looked for where it is imported. */
function placeOfImport(head: string): FailurePlace | undefined {
  const [, wanted = '', from] = /Cannot find (?:module|package) '(.+?)' imported from (.+?)(?: \{)?$/.exec(head) ?? [];
  if (from === undefined) return undefined;
  const file = pathOf(from);
  if (!existsSync(file)) return { file };
  const name = wanted.split(/[\\/]/).at(-1) ?? wanted;
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const at = lines.findIndex((line) => /\b(import|from|require)\b/.test(line) && line.includes(name));
  if (at < 0) return { file };
  return { file, line: at + 1, column: (lines[at]?.search(/['"`]/) ?? 0) + 1 };
}

/** A JSON module is named in the message alone; its line and column stand above it. */
function placeOfJson(head: string, above: readonly string[]): FailurePlace | undefined {
  const [, file] = /^SyntaxError: ((?:file:\/\/\/?|\/|[A-Za-z]:\\).*?\.json): /.exec(head) ?? [];
  if (file === undefined) return undefined;
  const at = above.findLastIndex((line) => /^<anonymous_script>:\d+$/.test(line));
  const line = Number(above[at]?.split(':')[1]);
  return { file: pathOf(file), ...(at >= 0 && { line, column: caretColumn(above.slice(at + 1)) }) };
}

function pathOf(file: string): string {
  if (!file.startsWith('file:')) return file;
  try {
    return fileURLToPath(file.replace(/[?#].*$/, ''));
  } catch {
    return file;
  }
}
