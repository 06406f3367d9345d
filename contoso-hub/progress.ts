const width = 30;
const between = 100;

/** Shows how much is done; the last time, which is also that when all is done, the line stays. */
export type Progress = (done: number, isLast?: boolean) => void;

/** A bar on a terminal's standard error; silent in a pipe. Call the result with how much is done. */
export function progressBar(title: string, total: number): Progress {
  const draw = drawing();
  return (done, isLast = done >= total) => {
    const share = total === 0 ? 1 : done / total;
    const filled = Math.round(share * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    draw(`${title} ${bar} ${Math.round(share * 100)} %`, isLast);
  };
}

/** The same for what has no known end: how much is done, in place of a bar. */
export function progressCount(title: string): Progress {
  const draw = drawing();
  return (done, isLast = false) => draw(`${title} ${done.toLocaleString('en')}`, isLast);
}

/** What a line on standard error begins with, so that it stands in place of a bar and not behind it. */
export function lineStart(): string {
  return process.stderr.isTTY ? '\r\u001b[K' : '';
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
    stderr.write(`${lineStart()}${line}${isLast ? '\n' : ''}`);
  };
}
