import { readCommand, type ServeSettings, usage } from './command-line.ts';
import { UnreachableError, UsageError } from './usage-error.ts';

const graceMilliseconds = 6000;

/** Exit codes: 0 done, 2 usage, 3 what is needed does not answer, 70 a bug of ours; 1 where the service had to be cut off. */
async function main(): Promise<void> {
  const settings = readCommand(process.argv.slice(2), process.env);
  if (settings.command === 'help') return void process.stdout.write(usage);
  if (settings.command === 'generate') return (await import('./data/generate.ts')).generate(settings);
  return serveUntilSignalled(settings);
}

/**
 * Prints the address on a line of its own. The first signal ends with grace, the second at once; they are heard from the
 * start on, since process 1 of a container is not ended by a signal that it does not handle.
 */
async function serveUntilSignalled(settings: ServeSettings): Promise<void> {
  const starting = import('./serve.ts').then(({ serve }) => serve(settings));
  let ending = false;
  const end = async () => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), graceMilliseconds).unref();
    const started = await starting.catch(() => undefined);
    if (!started) return; // main() tells why it did not start.
    await started.close();
    process.exit(0);
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  const { address } = await starting;
  process.stdout.write(`${address}\n`);
}

main().catch((error: Error & { code?: string }) => {
  const isUsage = error instanceof UsageError || error.code === 'USAGE';
  const isUnreachable = error instanceof UnreachableError;
  const hint = isUsage ? '\nAll options, and how the environment names them: npm run -s contoso-hub -- --help' : '';
  process.stderr.write(isUsage || isUnreachable ? `${error.message}${hint}\n` : `${error.stack}\n`);
  process.exit(isUsage ? 2 : isUnreachable ? 3 : 70);
});
