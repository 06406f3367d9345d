const width = 30;
const between = 100;

/** A bar on a terminal's standard error; silent in a pipe. Call the result with how much is done. */
export function progressBar(title: string, total: number): (done: number) => void {
  const draw = drawing();
  return (done) => {
    const share = total === 0 ? 1 : done / total;
    const filled = Math.round(share * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    draw(`${title} ${bar} ${Math.round(share * 100)} %`, done >= total);
  };
}

/** The same for what has no known end: how much is done, in place of a bar. */
export function progressCount(title: string): (done: number) => void {
  const draw = drawing();
  return (done) => draw(`${title} ${done.toLocaleString('en')}`, false);
}

/** Draws a line over the last, ten times a second at most; the last one of all stays. */
function drawing(): (line: string, isLast: boolean) => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  let drawnAt = 0;
  return (line, isLast) => {
    const now = Date.now();
    if (now - drawnAt < between && !isLast) return;
    drawnAt = now;
    stderr.write(`\r${line}${isLast ? '\n' : ''}`);
  };
}
