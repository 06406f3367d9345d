/** A rule's two examples as texts in which the difference can be seen. */
import { isDeepStrictEqual } from 'node:util';
import type { AnyRule } from './rule.ts';

const mostLines = 24;
const longestLine = 110;
const longestText = 160;
/** Of what comes before a difference that is cut out. */
const kept = { lines: 6, linesBefore: 3, characters: 40, members: 2 };

/**
 * Good and bad as JSON; what fits on a line stands on one. An example that is too long leaves out what the others have,
 * too, with … in its place, and is cut so that the first difference stays.
 */
export function exampleTexts({ group, good, bad }: Pick<AnyRule, 'group' | 'good' | 'bad'>): {
  readonly good: string;
  readonly bad: string;
} {
  const texts = [good, bad].map((example) => exampleLines(example, versionsOf({ group, good, bad })));
  const [goodLines = [], badLines = []] = texts;
  return { good: cut(goodLines, badLines), bad: cut(badLines, goodLines) };
}

/** The packages of both examples, as paths are compared in them: a breaking rule's are what was and what is. */
function versionsOf({ group, good, bad }: Pick<AnyRule, 'group' | 'good' | 'bad'>): readonly object[] {
  if (group !== 'breaking') return [good, bad];
  return [good, bad].flatMap((example) => {
    const { old = {}, new: changed = {} } = example as { old?: object; new?: object };
    return [
      { old, new: old },
      { old: changed, new: changed },
    ];
  });
}

function exampleLines(example: object, versions: readonly object[]): string[] {
  const whole = jsonText(example, versions, '', false).split('\n');
  return whole.length > mostLines ? jsonText(example, versions, '', true).split('\n') : whole;
}

function cut(lines: readonly string[], other: readonly string[]): string {
  if (lines.length <= mostLines) return lines.join('\n');
  const first = lines.findIndex((line, index) => line !== other[index]);
  if (first < mostLines - kept.linesBefore) return [...lines.slice(0, mostLines), '…'].join('\n');
  const start = first - kept.linesBefore;
  const window = lines.slice(start, start + mostLines - kept.lines);
  const end = start + window.length < lines.length ? ['…'] : [];
  return [...linesAround(lines, start).slice(0, kept.lines), '…', ...window, ...end].join('\n');
}

/** The openings of what a line stands in, from the outermost. */
function linesAround(lines: readonly string[], at: number): string[] {
  const depth = (line = '') => line.search(/\S/);
  const around: string[] = [];
  let inner = depth(lines[at]);
  for (const line of lines.slice(0, at).toReversed()) {
    if (depth(line) < inner) {
      around.unshift(line);
      inner = depth(line);
    }
  }
  return around;
}

/** `versions` is what stands at the same place of every example; what is the same in all may be left out. */
function jsonText(value: unknown, versions: readonly unknown[], indent: string, isBrief: boolean): string {
  const short = shortened(value, versions);
  const line = JSON.stringify(short, null, 1).replaceAll(/\n\s*/g, ' ');
  if (typeof short !== 'object' || short === null || indent.length + line.length <= longestLine) return line;
  const [open, close] = Array.isArray(short) ? '[]' : '{}';
  if (isBrief && isSame(short, versions)) return `${open} … ${close}`;
  const inner = `${indent}  `;
  const members = Object.entries(short)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]) => {
      const there = versions.map((version) => memberOf(version, name));
      const text = jsonText(each, there, inner, isBrief);
      return {
        text: inner + (Array.isArray(short) ? text : `${JSON.stringify(name)}: ${text}`),
        isSame: isSame(each, there),
      };
    });
  const told = isBrief ? withoutRuns(members, inner) : members.map(({ text }) => text);
  return `${open}\n${told.join(',\n')}\n${indent}${close}`;
}

/** Of many members in a row that do not differ, the first ones. */
function withoutRuns(members: readonly { text: string; isSame: boolean }[], indent: string): string[] {
  const told: string[] = [];
  for (let at = 0; at < members.length; ) {
    const next = members.findIndex(({ isSame }, index) => index >= at && !isSame);
    const run = members.slice(at, next === -1 ? members.length : next).map(({ text }) => text);
    const left = run.length - kept.members;
    told.push(...(left > kept.members ? [...run.slice(0, kept.members), `${indent}… (${left} more)`] : run));
    at += run.length;
    const different = members[at];
    if (different) told.push(different.text);
    at += 1;
  }
  return told;
}

function isSame(value: unknown, versions: readonly unknown[]): boolean {
  return versions.every((version) => isDeepStrictEqual(version, value));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** A long text from just before the place where another version of it differs. */
function shortened(value: unknown, versions: readonly unknown[]): unknown {
  if (typeof value !== 'string' || value.length <= longestText) return value;
  const others = versions.filter((version) => typeof version === 'string' && version !== value);
  const first = Math.min(...others.map((other) => sharedLength(value, other as string)));
  const isSeen = others.length === 0 || first < longestText - kept.characters;
  const start = isSeen ? 0 : first - kept.characters;
  const [before, after] = [start > 0 ? '…' : '', start + longestText < value.length ? '…' : ''];
  return `${before}${value.slice(start, start + longestText)}${after} (${value.length} characters)`;
}

function sharedLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
