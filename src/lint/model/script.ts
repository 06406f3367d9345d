/** C# as far as rules ask: what of a script is code, and what it compares operation ids with. Every pass is linear. */

/** The text with comments blanked out, and what strings hold too unless they are kept; offsets stay. */
export function codeOf(text: string, strings: 'kept' | 'blanked' = 'blanked'): string {
  let code = '';
  let at = 0;
  while (at < text.length) {
    const end = endOfToken(text, at);
    if (end === undefined) {
      code += text[at];
      at++;
      continue;
    }
    const token = text.slice(at, end);
    const isComment = token.startsWith('/');
    code += !isComment && strings === 'kept' ? token : token.replace(/[^\r\n"]/g, ' ');
    at = end;
  }
  return code;
}

/** Where the comment, string or character that begins here ends; undefined where none begins. What never ends goes to the end. */
function endOfToken(text: string, start: number): number | undefined {
  const [first, second] = [text[start], text[start + 1]];
  if (first === '/' && second === '/') return endOfLine(text, start);
  if (first === '/' && second === '*') return after(text, '*/', start + 2);
  const verbatim = first === '@' && second === '"' ? 2 : /^[$@]{2}"/.test(text.slice(start, start + 3)) ? 3 : 0;
  if (verbatim > 0) return endOfVerbatim(text, start + verbatim);
  if (first === '"' || first === "'") return endOfPlain(text, start + 1, first);
  return undefined;
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

function after(text: string, sign: string, start: number): number {
  const found = text.indexOf(sign, start);
  return found < 0 ? text.length : found + sign.length;
}

function endOfVerbatim(text: string, start: number): number {
  for (let at = start; at < text.length; at++)
    if (text[at] === '"') {
      if (text[at + 1] !== '"') return at + 1;
      at++;
    }
  return text.length;
}

function endOfPlain(text: string, start: number, quote: string): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
    else if (text[at] === '\n' || text[at] === '\r') return at;
  }
  return text.length;
}

export interface ComparedId {
  readonly operationId: string;
  readonly offset: number;
}

/** The texts that a script compares Context.OperationId with: ==, !=, Equals, and the cases of a switch over it. */
export function comparedOperationIds(text: string): ComparedId[] {
  const code = codeOf(text, 'kept');
  const compared = comparisons.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({ operationId: match[1] ?? '', offset: match.index })),
  );
  return [...compared, ...casesIn(code)].sort((one, other) => one.offset - other.offset);
}

const comparisons = [
  /\bOperationId\s{0,20}[!=]=\s{0,20}"([^"\\\r\n]{1,200})"/g,
  /"([^"\\\r\n]{1,200})"\s{0,20}[!=]=\s{0,20}(?:this\s{0,20}\.\s{0,20})?Context\s{0,20}\.\s{0,20}OperationId\b/g,
  /\bOperationId\s{0,20}\.\s{0,20}Equals\s{0,20}\(\s{0,20}"([^"\\\r\n]{1,200})"/g,
];

const switchTokens =
  /\bswitch\s{0,20}\(\s{0,20}(?:this\s{0,20}\.\s{0,20})?Context\s{0,20}\.\s{0,20}OperationId\s{0,20}\)\s{0,200}\{|\bcase\s{1,20}"([^"\\\r\n]{1,200})"\s{0,20}:|"(?:[^"\\\r\n]|\\.)*"|[{}]/g;

/** case "…": directly in the braces of a switch over OperationId. */
function casesIn(code: string): ComparedId[] {
  const found: ComparedId[] = [];
  /** Of every open brace, whether it is such a switch's. */
  const open: boolean[] = [];
  for (const token of code.matchAll(switchTokens)) {
    const [words, operationId] = token;
    if (words === '{') open.push(false);
    else if (words === '}') open.pop();
    else if (words.startsWith('switch')) open.push(true);
    else if (operationId !== undefined && open.at(-1)) found.push({ operationId, offset: token.index });
  }
  return found;
}
