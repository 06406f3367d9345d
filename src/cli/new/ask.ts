/** Questions on a terminal. */
import type { Readable, Writable } from 'node:stream';
import { isCancel, multiselect, select, text } from '@clack/prompts';
import { type Answers, mistakeIn, type Question } from '../../scaffold/scaffold.ts';

/** Where it is asked: keys come in, questions go out. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

const ownTerminal: Terminal = { input: process.stdin, output: process.stderr };

/** Asks one after the other; undefined where the user stopped. `folder` is where the usual answers come from. */
export async function ask(
  questions: readonly Question[],
  folder: string,
  terminal: Terminal = ownTerminal,
): Promise<Answers | undefined> {
  const answers: Partial<Record<Question['name'], string>> = {};
  for (const question of questions) {
    const answer = await answerTo(question, question.usual(folder), terminal);
    if (isCancel(answer)) return undefined;
    answers[question.name] = [answer].flat().join(',');
  }
  return answers;
}

function answerTo(question: Question, usual: string, terminal: Terminal): Promise<string | string[] | symbol> {
  const { text: message, choices, isList } = question;
  if (!choices) {
    const validate = (answer: string | undefined) => mistakeIn(question, answer || usual);
    return text({ ...terminal, message, defaultValue: usual, placeholder: usual, validate });
  }
  const options = Object.entries(choices).map(([value, label]) => ({ value, label }));
  if (!isList) return select({ ...terminal, message, options, initialValue: usual });
  return multiselect({ ...terminal, message, options, initialValues: usual.split(','), required: false });
}
