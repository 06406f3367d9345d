/** PostgreSQL's texts hold every character but U+0000: it is written as U+0001 and "0", and U+0001 itself as U+0001 and "1". */
const [nul, soh] = ['\u0000', '\u0001'];

/** A text as it is stored. */
export function toPostgres(text: string): string {
  const isPlain = !text.includes(nul) && !text.includes(soh);
  return isPlain ? text : text.replaceAll(soh, `${soh}1`).replaceAll(nul, `${soh}0`);
}

/** A text as it was before it was stored. */
export function fromPostgres(text: string): string {
  return text.includes(soh) ? text.replaceAll(`${soh}0`, nul).replaceAll(`${soh}1`, soh) : text;
}
