/** A connector package as a server of the Model Context Protocol. Over stdio nothing but the protocol is written to standard output. */
import { CodedError } from '../../core/coded-error.ts';
import { isLanguage } from '../../host/host.ts';
import { printableLine } from '../../report/printable.ts';
import { readArguments } from '../arguments.ts';
import { readHeaders, readToken, readUrl } from '../call-arguments.ts';
import type { Command } from '../command.ts';
import { packageTools } from '../mcp/package-tools.ts';

const usualPort = 8103;

/** What --help prints. */
export const usage = `Serves the actions of a connector package as tools of the Model Context Protocol (MCP).

  npm run -s saleskit -- mcp PACKAGE [options]

  PACKAGE                 folder, definition or URL of the connector package
  --url U                 calls go there in place of the definition's address
  --http [PORT]           streamable HTTP at http://127.0.0.1:PORT/mcp, 0 for any free port (${usualPort});
                          without it standard input and output are spoken to
  --mock                  example answers in place of calls
  --header NAME=VALUE     a header of your own; may be repeated
  --token T               the user's token               (SALESKIT_TOKEN in the environment)
  --language L            the user's language            (SALESKIT_LANGUAGE; en-US)

Each extension point and chat skill that would be invoked is a tool. Over HTTP, Authorization and Accept-Language of a
request go before --token and --language.
Exit code: 0 ended by the client or by a signal, 1 nothing would be invoked, 2 usage, 3 the package cannot be fetched.
`;

const options = {
  url: { type: 'string' },
  http: { type: 'string' },
  mock: { type: 'boolean' },
  header: { type: 'string', multiple: true },
  token: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(withUsualPort(args), options);
  if (given.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [place, ...others] = positionals;
  if (!place || others.length > 0) throw new CodedError('USAGE', 'mcp takes one package. See --help.');
  const port = readPort(given.http);
  const usual = {
    baseUrl: readUrl(given.url),
    isMock: given.mock ?? false,
    headers: readHeaders(given.header),
    token: readToken(given.token) ?? readToken(process.env.SALESKIT_TOKEN || undefined, 'SALESKIT_TOKEN'),
    language: readLanguage(given.language),
  };
  const { served, callAs } = await packageTools(place, usual, say);
  const until = untilSignalled();
  if (port === undefined) {
    const { serveOverStdio } = await import('../../mcp/mcp.ts');
    await serveOverStdio(served, callAs({}), until, (line) => say(printableLine(line)));
  } else {
    const { serveToolsOverHttp } = await import('../mcp/tools-over-http.ts');
    const running = await serveToolsOverHttp(served, callAs, port);
    process.stdout.write(`${running.address}\n`);
    await new Promise((resolve) => until.addEventListener('abort', resolve));
    await running.close();
  }
  return 0;
};

/** --http alone means the usual port: node:util knows no option whose value may be left out. */
function withUsualPort(args: readonly string[]): string[] {
  return args.map((arg, index) =>
    arg === '--http' && !/^\d/.test(args[index + 1] ?? '') ? `--http=${usualPort}` : arg,
  );
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new CodedError('USAGE', `--http is a port from 0 to 65535, not "${text}".`);
}

function readLanguage(option: string | undefined): string {
  const language = option ?? (process.env.SALESKIT_LANGUAGE || 'en-US');
  if (isLanguage(language)) return language;
  const source = option === undefined ? 'SALESKIT_LANGUAGE' : '--language';
  throw new CodedError('USAGE', `${source} is a BCP 47 tag such as fr-FR, not "${language}".`);
}

function untilSignalled(): AbortSignal {
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());
  return end.signal;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
