/** A word as it can be pasted into a shell: in quotes where it has signs that mean something there. */
export function shellWord(word: string, isWindows = process.platform === 'win32'): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) || (isWindows && /^[\w:\\./-]+$/.test(word))) return word;
  return isWindows ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A path as a command takes it: none that begins with - is taken for an option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path);
}
