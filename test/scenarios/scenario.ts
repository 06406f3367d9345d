/**
 * A case of the command line as one plain text: a sentence that says what holds, then parts below headings.
 *
 *     A folder without a definition is named.
 *
 *     ==== file notes/readme.md ====
 *     # Notes
 *     ==== command ====
 *     saleskit lint notes
 *     ==== stderr contains ====
 *     notes has no apiDefinition.swagger.json
 *     ==== status ====
 *     2
 *
 * CONTRIBUTING.md has all headings.
 */
export interface Scenario {
  /** The sentence. */
  readonly title: string;
  /** What is there before the first command, in order. */
  readonly inputs: readonly Input[];
  readonly steps: readonly Step[];
}

/** A file with its content, or files of this project. `place` is a path; a `!` leads into a zip: `a.zip!b.zip!c.json`. */
export type Input =
  | { readonly place: string; readonly content: string }
  | { readonly place: string; readonly of: string };

/** A command, and what must come of it. */
export interface Step {
  readonly line: number;
  /** Program and arguments. */
  readonly command: readonly string[];
  readonly stdin?: { readonly text: string } | { readonly file: string };
  readonly expected: readonly Expectation[];
  readonly status: number;
  /** Files that the command leaves behind, with their contents. What is not told must not change. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that must be there and may change, whatever is in them. */
  readonly written: readonly string[];
}

export interface Expectation {
  readonly stream: Stream;
  readonly how: How;
  readonly text: string;
}

export type Stream = 'stdout' | 'stderr';
/** The whole; lines of it in this order, as they are or as regular expressions; lines that are nowhere in it. */
export type How = 'is' | 'contains' | 'matches' | 'lacks';

interface Part {
  readonly heading: string;
  readonly line: number;
  readonly body: string;
}

const headingLine = /^==== (.+) ====$/;
const lineEnds = [
  { sign: ' (CRLF)', change: (text: string) => text.replaceAll('\n', '\r\n') },
  { sign: ' (no line break at its end)', change: (text: string) => text.replace(/\r?\n$/, '') },
];

/** Reads a scenario. Throws an Error with the line that cannot be read. */
export function parseScenario(source: string): Scenario {
  const [title, parts] = partsOf(source);
  const first = parts.findIndex(({ heading }) => heading === 'command');
  if (first < 0) throw new Error('There is no command.');
  const starts = parts.flatMap(({ heading }, index) => (heading === 'command' ? [index] : []));
  return {
    title,
    inputs: parts.slice(0, first).map(inputOf),
    steps: starts.map((start, index) => stepOf(parts.slice(start, starts[index + 1]))),
  };
}

/** One empty line before a heading is there for the eye. */
function partsOf(source: string): [title: string, parts: Part[]] {
  const lines = source.replace(/\n$/, '').split('\n');
  const starts = lines.flatMap((line, index) => (headingLine.test(line) ? [index] : []));
  const title = lines.slice(0, starts[0]).join(' ').trim();
  if (!title || starts.length === 0) throw new Error('A scenario begins with a sentence; then come its parts.');
  const parts = starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const body = lines.slice(start + 1, index + 1 < starts.length && lines[end - 1] === '' ? end - 1 : end);
    const [, heading = ''] = headingLine.exec(lines[start] ?? '') ?? [];
    return { heading, line: start + 1, body: body.map((line) => `${line}\n`).join('') };
  });
  return [title, parts];
}

function inputOf(part: Part): Input {
  const copied = /^copy (\S.*) to (\S.*)$/.exec(part.heading);
  if (copied) return { of: copied[1] ?? '', place: copied[2] ?? '' };
  const [place, content] = fileOf(part) ?? unknown(part, 'before the first command');
  return { place, content };
}

function fileOf({ heading, body }: Part): [path: string, content: string] | undefined {
  const [, named] = /^file (\S.*)$/.exec(heading) ?? [];
  if (named === undefined) return undefined;
  const used = lineEnds.filter(({ sign }) => named.includes(sign));
  return [
    used.reduce((name, { sign }) => name.replace(sign, ''), named),
    used.reduce((text, { change }) => change(text), body),
  ];
}

function stepOf([command, ...parts]: readonly Part[]): Step {
  if (!command) throw new Error('A step begins with its command.');
  let stdin: Step['stdin'];
  let status: number | undefined;
  const expected: Expectation[] = [];
  const files = new Map<string, string>();
  const written: string[] = [];
  for (const part of parts) {
    const { heading, body } = part;
    const file = fileOf(part);
    const [, stream, how = 'is'] = /^(stdout|stderr)(?: (contains|matches|lacks))?$/.exec(heading) ?? [];
    const [, input] = /^stdin from (\S.*)$/.exec(heading) ?? [];
    if (file) files.set(...file);
    else if (stream) expected.push({ stream: stream as Stream, how: how as How, text: body });
    else if (input) stdin = { file: input };
    else if (heading === 'files written') written.push(...body.split('\n').filter(Boolean));
    else if (heading === 'stdin') stdin = { text: body };
    else if (heading === 'status' && /^\d+\n$/.test(body)) status = Number(body);
    else unknown(part, 'after a command');
  }
  if (status === undefined) throw new Error(`Line ${command.line}: the status of this command is not told.`);
  return { line: command.line, command: wordsOf(command), ...(stdin && { stdin }), expected, status, files, written };
}

/** As a shell reads them: words with spaces stand in quotes. Nothing is expanded. */
function wordsOf({ body, line }: Part): string[] {
  const text = body.trim();
  if (!text || text.includes('\n')) throw new Error(`Line ${line}: a command is one line.`);
  return [...text.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}

function unknown({ heading, line }: Part, where: string): never {
  throw new Error(`Line ${line}: "${heading}" means nothing ${where}.`);
}
