const width = 30;
const between = 100;

/** A bar on a terminal's standard error; silent in a pipe. Call the result with how much is done. */
export function progressBar(title: string, total: number): (done: number) => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  let drawnAt = 0;
  return (done) => {
    const now = Date.now();
    if (now - drawnAt < between && done < total) return;
    drawnAt = now;
    const share = total === 0 ? 1 : done / total;
    const filled = Math.round(share * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    stderr.write(`\r${title} ${bar} ${Math.round(share * 100)} %${done >= total ? '\n' : ''}`);
  };
}
