/** A run that was stopped is never green: 128 and the signal's number, as shells have it. */
const stopCodes = { SIGINT: 130, SIGTERM: 143 } as const;
const signals = ['SIGINT', 'SIGTERM'] as const;

/** The first Ctrl-C (or SIGTERM) ends the run with the report so far, and `tell` says so; the second ends the process. */
export function stopOnSignal(tell: (words: string) => void): {
  readonly signal: AbortSignal;
  /** The exit code of a run that was stopped. */
  code(): number | undefined;
  end(): void;
} {
  const controller = new AbortController();
  let code: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    code ??= stopCodes[signal as keyof typeof stopCodes];
    controller.abort();
    tell('Stopping; the report comes with what was seen so far. Once more ends at once, without it.\n');
  };
  for (const signal of signals) process.once(signal, stop);
  return {
    signal: controller.signal,
    code: () => code,
    end() {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}
