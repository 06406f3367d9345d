/** Mends JSON in its text: nothing but what a fix names is touched, so that order and formatting stay. */
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { segmentsOf } from '../package/json-pointer.ts';

/** What is to stand at a pointer; undefined takes it away. */
export interface Fix {
  readonly pointer: string;
  readonly value: unknown;
}

interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** How a document is written. */
interface Style {
  readonly indent: string;
  readonly lineEnd: string;
}

/** The text with the fixes made, and how many of them could be; those that find no place are left out. */
export function fixedText(text: string, fixes: readonly Fix[]): { readonly text: string; readonly made: number } {
  const style = styleOf(text);
  let [current, made] = [text, 0];
  let pending = ordered(fixes);
  while (pending.length > 0) {
    const root = parseTree(current);
    if (!root) break;
    const taken: [start: number, end: number][] = [];
    const edits: Edit[] = [];
    const later: Fix[] = [];
    for (const fix of pending) {
      const place = placeOf(root, fix.pointer);
      if (!place) continue;
      const { offset, length } = place.container;
      // What lies in one another is done one after the other, the tree read anew.
      if (taken.some(([start, end]) => offset < end && start < offset + length)) later.push(fix);
      else {
        taken.push([offset, offset + length]);
        edits.push(editOf(current, place, fix.value, style));
        made++;
      }
    }
    current = applied(current, edits);
    if (later.length === pending.length) break;
    pending = later;
  }
  return { text: current, made };
}

/** Settings first; then what is taken away, members of a list from its end, so that indexes stay right. One fix a pointer, but for new members. */
function ordered(fixes: readonly Fix[]): Fix[] {
  const byPointer = new Map<string, Fix>();
  for (const fix of fixes) {
    const key = fix.pointer.endsWith('/-') ? `${fix.pointer} ${JSON.stringify(fix.value)}` : fix.pointer;
    if (!byPointer.has(key)) byPointer.set(key, fix);
  }
  const all = [...byPointer.values()];
  const removals = all.filter(({ value }) => value === undefined);
  return [...all.filter(({ value }) => value !== undefined), ...removals.sort((one, other) => compared(other, one))];
}

function compared(one: Fix, other: Fix): number {
  return one.pointer.localeCompare(other.pointer, 'en', { numeric: true });
}

interface Place {
  readonly container: Node;
  /** What stands there now: a property, or a member of a list. */
  readonly present: Node | undefined;
  /** A name; undefined in a list. */
  readonly key: string | undefined;
}

/** Where a pointer leads; undefined where its parent is missing, or is no place for it. */
function placeOf(root: Node, pointer: string): Place | undefined {
  const path = segmentsOf(pointer);
  const last = path.at(-1);
  const container = path.length < 2 ? root : nodeAt(root, path.slice(0, -1));
  if (last === undefined || !container) return undefined;
  if (container.type === 'object') {
    const present = container.children?.find((property) => property.children?.[0]?.value === last);
    return { container, present, key: last };
  }
  const index = last === '-' ? container.children?.length : Number(last);
  if (container.type !== 'array' || index === undefined || !(index <= (container.children?.length ?? 0)))
    return undefined;
  return { container, present: container.children?.[index], key: undefined };
}

function nodeAt(root: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const segment of path)
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
  return node;
}

function editOf(text: string, { container, present, key }: Place, value: unknown, style: Style): Edit {
  if (value === undefined) return removal(container, present);
  if (!present) return insertion(text, container, key, value, style);
  const node = key === undefined ? present : (present.children?.[1] ?? present);
  const isOneLine = !text.slice(node.offset, node.offset + node.length).includes('\n');
  const isSimple = node.type === 'array' || node.type === 'object' ? isOneLine : !isNested(value);
  return {
    offset: node.offset,
    length: node.length,
    text: written(value, isSimple ? undefined : lineIndent(text, node.offset), style),
  };
}

function removal({ offset, children = [] }: Node, present: Node | undefined): Edit {
  const index = present ? children.indexOf(present) : -1;
  if (!present || index < 0) return { offset, length: 0, text: '' };
  const [before, after] = [children[index - 1], children[index + 1]];
  const start = before ? before.offset + before.length : present.offset;
  const end = !before && after ? after.offset : present.offset + present.length;
  return { offset: start, length: end - start, text: '' };
}

function insertion(text: string, container: Node, key: string | undefined, value: unknown, style: Style): Edit {
  const { offset, length, children = [] } = container;
  const last = children.at(-1);
  const name = key === undefined ? '' : `${JSON.stringify(key)}:`;
  if (!last) {
    const isOneLine = !text.includes('\n');
    const own = lineIndent(text, offset);
    const inner = own + style.indent;
    const member = isOneLine
      ? name + written(value, undefined, style)
      : `${style.lineEnd}${inner}${spaced(name)}${written(value, inner, style)}${style.lineEnd}${own}`;
    return { offset: offset + 1, length: length - 2, text: member };
  }
  const at = last.offset + last.length;
  const before = text.slice(offset, last.offset);
  if (!before.includes('\n')) {
    const isSpaced = isWrittenSpaced(text, container);
    const member = `${isSpaced ? spaced(name) : name}${written(value, undefined, style)}`;
    return { offset: at, length: 0, text: `,${isSpaced ? ' ' : ''}${member}` };
  }
  const indent = lineIndent(text, last.offset);
  return {
    offset: at,
    length: 0,
    text: `,${style.lineEnd}${indent}${spaced(name)}${written(value, indent, style)}`,
  };
}

/** Whether blanks stand between the members of what is on one line: after a colon or a comma, not in texts. */
function isWrittenSpaced(text: string, { offset, children: [first, second] = [] }: Node): boolean {
  const [key, value] = first?.children ?? [];
  const isProperty = first?.type === 'property' && key && value;
  if (isProperty) return /\s/.test(text.slice(key.offset + key.length, value.offset));
  if (first && second) return /\s/.test(text.slice(first.offset + first.length, second.offset));
  return /:\s$/.test(text.slice(0, offset));
}

function spaced(name: string): string {
  return name === '' ? '' : `${name} `;
}

/** A value as JSON: on one line, or on lines of this indentation. */
function written(value: unknown, indent: string | undefined, style: Style): string {
  if (indent === undefined || !isNested(value)) return oneLine(value);
  return JSON.stringify(value, null, style.indent).replaceAll('\n', `${style.lineEnd}${indent}`);
}

function oneLine(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(oneLine).join(', ')}]` : JSON.stringify(value);
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function lineIndent(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function styleOf(text: string): Style {
  const [, indent = '  '] = /[{[]\r?\n([ \t]+)\S/.exec(text) ?? [];
  return { indent, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
}

function applied(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((one, other) => one.offset - other.offset);
  let [result, at] = ['', 0];
  for (const edit of sorted) {
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.offset + edit.length;
  }
  return result + text.slice(at);
}
