/** Parts of TypeScript made of names that others chose: whatever they hold, they stay names, texts and comments. */
import { wordsOf } from './words.ts';

/** A text between single quotes. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** The inside of a template literal. */
export function inTemplate(text: string): string {
  return text.replace(/[\\`]|\$\{/g, '\\$&').replace(/[\r\n\u2028\u2029]/g, ' ');
}

/** What may stand in a comment of any kind. */
export function inComment(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('*/', '* /')
    .slice(0, 200);
}

/** A name in an interface or an object. */
export function propertyKey(name: string): string {
  // As a plain key it would set the prototype.
  if (name === '__proto__') return "['__proto__']";
  return isPlain(name) ? name : quoted(name);
}

/** How a property is reached: `.name`, `?.name`, `['a name']`. */
export function access(name: string, isSure: boolean): string {
  if (isPlain(name)) return `${isSure ? '.' : '?.'}${name}`;
  return `${isSure ? '' : '?.'}[${quoted(name)}]`;
}

const isPlain = (name: string) => /^[A-Za-z_$][\w$]*$/.test(name);

const taken = new Set(
  'Answer Input Item Page HandlerInput ItemOf OwnRequest Context Date String Record Promise Request Math Number'.split(
    ' ',
  ),
);
const reserved = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await language'.split(
    ' ',
  ),
);

/** The names of an interface and of a variable for what an item is called. */
export function namesFor(resource: string): { readonly typeName: string; readonly variable: string } {
  const words = wordsOf(resource)
    .map((word) => word.replace(/[^a-z\d]/g, ''))
    .filter(Boolean);
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const typeName = /^[A-Z]/.test(pascal) ? pascal : `Own${pascal}`;
  const variable = typeName.charAt(0).toLowerCase() + typeName.slice(1);
  return {
    typeName: taken.has(typeName) ? `Own${typeName}` : typeName,
    variable: reserved.has(variable) ? `own${typeName}` : variable,
  };
}
