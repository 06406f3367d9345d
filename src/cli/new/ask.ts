/** Questions on a terminal. */
import type { Key } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { isCancel, multiselect, select, text } from '@clack/prompts';
import { type Answers, mistakeIn, type Question } from '../../scaffold/scaffold.ts';

/** Where it is asked: keys come in, questions go out. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

interface Stoppable extends Terminal {
  readonly signal: AbortSignal;
}

const ownTerminal: Terminal = { input: process.stdin, output: process.stderr };

/** Asks one after the other; undefined where the user stopped, by Ctrl-C, Ctrl-D or an input that ends. `folder` is where the usual answers come from. */
export async function ask(
  questions: readonly Question[],
  folder: string,
  terminal: Terminal = ownTerminal,
): Promise<Answers | undefined> {
  const answers: Partial<Record<Question['name'], string>> = {};
  const stop = new AbortController();
  const onKey = (_text: string | undefined, { ctrl, name }: Key) => {
    if (ctrl && name === 'd') stop.abort();
  };
  const onEnd = () => stop.abort();
  terminal.input.on('keypress', onKey).on('end', onEnd);
  try {
    for (const question of questions) {
      const answer = await answerTo(question, question.usual(folder), { ...terminal, signal: stop.signal });
      if (isCancel(answer)) return undefined;
      answers[question.name] = [answer].flat().join(',');
    }
    return answers;
  } finally {
    terminal.input.off('keypress', onKey).off('end', onEnd);
  }
}

function answerTo(question: Question, usual: string, terminal: Stoppable): Promise<string | string[] | symbol> {
  const { text: message, choices, isList } = question;
  if (!choices) {
    const validate = (answer: string | undefined) => mistakeIn(question, answer || usual);
    return text({ ...terminal, message, defaultValue: usual, placeholder: usual, validate });
  }
  const options = Object.entries(choices).map(([value, label]) => ({ value, label }));
  if (!isList) return select({ ...terminal, message, options, initialValue: usual });
  return multiselect({ ...terminal, message, options, initialValues: usual.split(','), required: false });
}
