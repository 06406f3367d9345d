import type { SourceDocument } from '../package/source-document.ts';

const known = new WeakMap<SourceDocument, boolean>();

/** Whether --fix may write to a document: JSON without faults in one file. YAML, broken files and what is put together of several are left alone. */
export function canBeFixed(document: SourceDocument): boolean {
  const { parts, problems, text, isStrict } = document;
  const answer =
    known.get(document) ??
    (!parts && problems.every(({ kind }) => kind === 'byte-order-mark') && (isStrict || isJson(text)));
  known.set(document, answer);
  return answer;
}

/** Whether a text is JSON as a strict parser takes it. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
