import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { CodedError } from '../core/coded-error.ts';

/** Arguments read by node:util, its errors in one sentence. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    const { message } = error as Error;
    const [, valueless] = /^Option '([^']+)' argument is ambiguous/.exec(message) ?? [];
    throw new CodedError(
      'USAGE',
      valueless
        ? `${valueless} wants a value, and what follows begins with a dash: write ${valueless}=VALUE if it is meant. See --help.`
        : `${message.split(/\.(?= |\n|$)/, 1)[0]}. See --help.`,
    );
  }
}

/** NAME=VALUE pairs. */
export function readPairs(option: string, pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 1) throw new CodedError('USAGE', `--${option} is NAME=VALUE, not "${pair}".`);
      return [pair.slice(0, equals).trim(), pair.slice(equals + 1)];
    }),
  );
}
