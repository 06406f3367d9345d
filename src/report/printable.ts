/** Line breaks and tabs are kept; other control characters, half surrogates and what turns the direction of writing are not. */
const unseen = /[^\t\n\r\P{Cc}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{d800}-\u{dfff}]/gu;

/** A text of somebody else's, safe to print: what cannot be seen is written as \u{1b}. */
export function printable(text: string): string {
  return text.replace(unseen, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** The same on one line: line breaks and tabs are written out as well. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\n\r]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
