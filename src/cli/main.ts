/** The command line. Exit codes: 0 clean, 1 findings, 2 usage, 3 unreachable, 70 a bug of ours. */
import module from 'node:module';
import { CodedError } from '../core/coded-error.ts';
import type { Command } from './command.ts';
import { expectNode } from './own-package.ts';
import { version } from './version.ts';

const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  new: () => import('./commands/new.ts'),
  add: () => import('./commands/add.ts'),
  dev: () => import('./commands/dev.ts'),
  call: () => import('./commands/call.ts'),
  lint: () => import('./commands/lint.ts'),
  explain: () => import('./commands/explain.ts'),
  verify: () => import('./commands/verify.ts'),
  pack: () => import('./commands/pack.ts'),
  mcp: () => import('./commands/mcp.ts'),
};

const usage = `saleskit: Copilot for Sales on your own machine.

  npm run -s saleskit -- new DIR             a connector of your own, from nothing: new --help
  npm run -s saleskit -- add POINT PATH      one more extension point for a connector that is there: add --help
  npm run -s saleskit -- dev [package…]      the host with these packages: dev --help
  npm run -s saleskit -- call POINT …        one call, without a page: call --help
  npm run -s saleskit -- lint PATH…          will it be invoked, will certification take it: lint --help
  npm run -s saleskit -- explain [NAME]      what a rule of lint or a check of verify is about
  npm run -s saleskit -- verify PACKAGE      does the running connector keep its word: verify --help
  npm run -s saleskit -- pack PACKAGE        what to hand to Microsoft and to an administrator: pack --help
  npm run -s saleskit -- mcp PACKAGE         its actions as tools of the Model Context Protocol: mcp --help
  npm run -s saleskit -- --version           the version of saleskit
`;

const exitCodes: Readonly<Record<string, number>> = {
  NO_TOOLS: 1,
  USAGE: 2,
  INVALID_ARGUMENT: 2,
  INVALID_CONFIGURATION: 2,
  PACKAGE_UNREADABLE: 2,
  UNREACHABLE: 3,
  SIGN_IN_FAILED: 3,
};

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(usage);
    return 0;
  }
  if (['--version', '-v'].includes(name)) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const load = commands[name];
  if (!load)
    throw new CodedError('USAGE', `There is no command "${name}". There are ${Object.keys(commands).join(', ')}.`);
  expectNode();
  module.enableCompileCache();
  const { command } = await load();
  return command(args);
}

let lostOutput: NodeJS.ErrnoException | undefined;
process.stdout.on('error', (error) => {
  lostOutput = error;
});

/** Who closes a pipe early has read enough; other output that is lost was not told to anybody. */
function end(code: number): void {
  if (lostOutput === undefined || lostOutput.code === 'EPIPE') process.exit(code);
  process.stderr.write(`What was found cannot be written to standard output (${lostOutput.code}).\n`);
  process.exit(exitCodes.USAGE);
}

main(process.argv.slice(2)).then(
  (code) => {
    // A pipe that is read slowly is written to its end first; errors are told after what was written.
    process.stdout.write('', () => setImmediate(end, code));
  },
  (error: Error & { code?: string }) => {
    const code = exitCodes[error.code ?? ''];
    process.stderr.write(code === undefined ? `${error.stack}\n` : `${error.message}\n`);
    process.exit(code ?? 70);
  },
);
