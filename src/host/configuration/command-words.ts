import { CodedError } from '../../core/coded-error.ts';

const word = /\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+)/y;

/**
 * The words of a command line that no shell reads: blanks part them, quotes keep them together, and nothing is replaced.
 * Throws a CodedError INVALID_ARGUMENT where there is none, a quote stays open, or a sign is meant for a shell.
 */
export function commandWords(line: string): readonly [program: string, ...args: string[]] {
  const words: string[] = [];
  const text = line.trim();
  word.lastIndex = 0;
  while (word.lastIndex < text.length) {
    const found = word.exec(text);
    if (!found) throw invalid(`a quote of "${line}" stays open.`);
    if (/^(&&?|\|\|?|;|[<>]+)$/.test(found[1] ?? ''))
      throw invalid(`no shell reads this, so ${found[1]} means nothing: give one command, such as "npm run start".`);
    words.push(unquoted(found[1] ?? ''));
  }
  const [program, ...args] = words;
  if (!program) throw invalid('a command line such as "node src/main.ts" is expected.');
  return [program, ...args];
}

function unquoted(found: string): string {
  return found.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_all, double?: string, single?: string) =>
    double === undefined ? (single ?? '') : double.replace(/\\(["\\])/g, '$1'),
  );
}

function invalid(message: string): CodedError {
  return new CodedError('INVALID_ARGUMENT', message);
}
