/** The agent in the checklist: what is to be done or looked at has a box each, what is another in the app none. */
import { printableLine } from '../report/printable.ts';
import type { Note } from './api-plugin/api-plugin.ts';

type Kind = Note['kind'];

/** By kind, how a line with a box begins. */
const boxed: Partial<Record<Kind, string>> = { 'to-do': '', 'fill-in': 'Fill in ', doubtful: 'Look at ' };
const toKnow: Partial<Record<Kind, string>> = { 'left-out': 'left out', changed: 'changed' };

/** The section; `zip` is the app, undefined where none was made. */
export function agentSection(notes: readonly Note[], zip: string | undefined): string {
  const boxes = (Object.keys(boxed) as Kind[]).flatMap((kind) =>
    notes.filter((note) => note.kind === kind).map((note) => `- [ ] ${boxed[kind]}${noteText(note)}`),
  );
  const upload = `- [ ] \`${zip}\` is uploaded, by an administrator for everybody. What was changed in \`agent\` by hand is zipped anew before.`;
  const lines = notes.flatMap((note) => (note.kind in toKnow ? [`- ${toKnow[note.kind]}: ${noteText(note)}`] : []));
  const parts = [
    '## The agent: optional, answers in chat',
    [...boxes, ...(zip === undefined ? [] : [upload])].join('\n'),
    ...(lines.length > 0 ? ['What the app leaves out, or has in another way:', lines.join('\n')] : []),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function noteText({ about, message }: Note): string {
  return printableLine(`\`${about}\`: ${message}`);
}
