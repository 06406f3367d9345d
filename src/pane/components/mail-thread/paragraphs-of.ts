/** A text at its empty lines. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((each) => each.trim() !== '');
}
