/** Texts as manifests take them, and values looked up in documents that may hold anything. */
import { valueAt } from '../../package/json-pointer.ts';
import type { Tell } from './note.ts';

/** Longest texts, in UTF-16 units, by where they stand. Sources: the published JSON schemas, plugin-manifest-2.4.md. */
export const longest = {
  'ai-plugin.json name_for_human': 20,
  'ai-plugin.json description_for_human': 100,
  'ai-plugin.json description_for_model': 2048,
  'ai-plugin.json function description': 4000,
  'declarativeAgent.json name': 100,
  'declarativeAgent.json description': 1000,
  'declarativeAgent.json instructions': 8000,
  'manifest.json name.short': 30,
  'manifest.json name.full': 100,
  'manifest.json description.short': 80,
  'manifest.json description.full': 4000,
  'manifest.json developer.name': 32,
} as const;

/** A text on one line, cut at a word where it is too long for its place; a cut is told. */
export function fitted(text: string, place: keyof typeof longest, tell: Tell): string {
  const line = oneLine(text);
  const limit = longest[place];
  if (line.length <= limit) return line;
  const short = `${cut(line, limit - 1).replace(/\s+\S*$/, '')}…`;
  const message = `It has ${line.length} characters, ${limit} are taken: it is cut to “${shown(short)}”. Write a shorter one.`;
  tell({ kind: 'doubtful', about: place, message });
  return short;
}

/** A text on one line, without the double brackets that mark the key of a localized text. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\[{2,}/g, '[')
    .replace(/\]{2,}/g, ']')
    .trim();
}

/** Its beginning, no character halved. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

function shown(text: string): string {
  return text.length > 100 ? `${text.slice(0, 60)} … ${text.slice(-30)}` : text;
}

/** The text at a pointer, where there is one that says something. */
export function textAt(value: unknown, pointer: string): string | undefined {
  const text = valueAt(value, pointer);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** The members of the object or list at a pointer; none where there is neither. */
export function entriesAt(value: unknown, pointer: string): [name: string, value: unknown][] {
  const found = valueAt(value, pointer);
  return typeof found === 'object' && found !== null ? Object.entries(found) : [];
}
