import type { Mail } from '../../../host/api/api-types.ts';
import { newestMessage, textOfMail } from '../../../host/world/mail-content.ts';

/** The texts of a thread, newest first: what follows a rule of underscores, or another mark of quotation, is earlier. */
export function messagesOf(mail: Mail): string[] {
  const text = textOfMail(mail).replace(/\r\n?/g, '\n');
  const newest = newestMessage({ plaintextBody: text });
  const rest = text.slice(text.indexOf(newest) + newest.length);
  return [newest, ...rest.split(/^_{8,}[ \t]*$/m).map((each) => each.trim())].filter((each) => each !== '');
}

/** A text at its empty lines. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((each) => each.trim() !== '');
}
