const few = 10;

/** Says on a terminal how far it is, where there are many to do. Each call is one that begins; `end` clears the line. */
export function progress(total: number): { next(name: string): void; end(): void } {
  const isShown = process.stderr.isTTY === true && total > few;
  let done = 0;
  return {
    next(name) {
      done++;
      if (isShown)
        process.stderr.write(`\r\u001b[K${done}/${total} ${name.slice(0, (process.stderr.columns ?? 80) - 12)}`);
    },
    end() {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}
