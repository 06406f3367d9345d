/** The commands of the guide, as they stand in its pages. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface DocumentedCommand {
  readonly page: string;
  /** One line, without a comment at its end. */
  readonly text: string;
  /** Its words, as a shell reads them. */
  readonly words: readonly string[];
}

/** Every page that people read, but for what is made from code. */
export const writtenPages = globSync(['*.md', 'docs/*.md', 'docs/guide/*.md', 'src/scaffold/template/*.md'], {
  cwd: root,
}).map((page) => page.replaceAll('\\', '/'));

export const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** What stands between fences that name a language. */
export function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** What stands in a page's blocks of shell, a command each. */
export function commandsOf(page: string): DocumentedCommand[] {
  return blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.replaceAll(/ *\\\n\s*/g, ' ').split(/\n(?=(?:[^']*'[^']*')*[^']*$)/))
    .map((line) => line.replace(/ {2,}#.*$/, '').trim())
    .filter(Boolean)
    .map((text) => ({ page, text, words: wordsOf(text) }));
}

/** Words with blanks stand in quotes, or in angle brackets where the reader has to put something in their place. */
function wordsOf(line: string): string[] {
  const words = line.match(/'[^']*'|"[^"]*"|<[^>]*>|\S+/g) ?? [];
  return words.map((word) => word.replace(/^(['"])([\s\S]*)\1$/, '$2'));
}

/** The commands that stand in a sentence, where they are more than a name. */
export function inlineCommandsOf(page: string): DocumentedCommand[] {
  const spans = [...textOf(page).matchAll(/`((?:npm|npx) [^`\n]+)`/g)].map(([, text = '']) => text);
  return spans.map((text) => ({ page, text, words: wordsOf(text) }));
}

/** The arguments of one of our programs, or undefined. However it is started. */
export function argumentsOf({ words }: DocumentedCommand, program: 'saleskit' | 'contoso-hub'): string[] | undefined {
  const rest = words.filter((word) => word !== '&');
  const [first, second] = rest.filter((word) => !/^[A-Z_]+=/.test(word));
  if (first !== 'npm' && first !== 'npx') return undefined;
  if (first === 'npm' && second !== 'run') return undefined;
  const at = rest.indexOf(program);
  if (at < 0 || rest.slice(0, at).some((word) => !/^(npm|npx|run|-s|--no|--|[A-Z_]+=.*)$/.test(word))) return undefined;
  const args = rest.slice(at + 1);
  return args[0] === '--' ? args.slice(1) : args;
}
