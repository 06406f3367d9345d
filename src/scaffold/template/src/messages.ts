/** What sellers read, by language. To add a language, add a file and a line. */
import type { Agreement } from './application.ts';
import { de } from './messages/de.ts';
import { en } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';
import { it } from './messages/it.ts';
import { ja } from './messages/ja.ts';
import { ptBr } from './messages/pt-br.ts';
import { zhHans } from './messages/zh-hans.ts';

export interface Messages {
  readonly agreement: string;
  readonly agreements: string;
  readonly status: string;
  readonly statuses: Readonly<Record<Agreement['status'], string>>;
  readonly changedOn: string;
  readonly signers: string;
  /** What happened, in a sentence. */
  readonly happened: Readonly<Record<Agreement['status'], (agreement: Agreement) => string>>;
  /** The button of a card. */
  readonly open: string;
}

const messages = new Map<string, Messages>([
  ['en', en],
  ['de', de],
  ['es', es],
  ['fr', fr],
  ['it', it],
  ['ja', ja],
  ['pt-BR', ptBr],
  ['zh-Hans', zhHans],
]);

/** The languages that the connector answers in; the first where it lacks the seller's. */
export const languages = [...messages.keys()] as [string, ...string[]];

/** The messages of one of the languages. */
export function messagesIn(language: string): Messages {
  const found = messages.get(language);
  if (!found) throw new Error(`There are no messages in ${language}.`);
  return found;
}

/** The day of a time, in words of the language. */
export function dayOf(time: string, language: string): string {
  return new Date(time).toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });
}
