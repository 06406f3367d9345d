/** One more extension point for a connector that is there: its operation in the definition, its handler in a project. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';
import { type LintFinding, lintPackage } from '../../lint/lint.ts';
import { type ConnectorPackage, readPackage } from '../../package/connector-package.ts';
import {
  addedHandler,
  addedOperation,
  callsFile,
  connectorFile,
  mappingPageFile,
  offeredPoints,
  withCall,
  withUnmapped,
} from '../../scaffold/scaffold.ts';
import { writeTogether } from '../add/write-together.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';

const ids = offeredPoints.map(({ point }) => point.id);

export const usage = `One more extension point for a connector that is there. What is in its files stays as it is written.

  npm run -s saleskit -- add EXTENSION-POINT PATH [options]

  EXTENSION-POINT  ${ids.join(', ')}
  PATH             the folder of a connector package, a definition, or a TypeScript project that new made
  --path PATH      the path of the operation      (like that of the others)

In a project the handler is written, too, with the example's agreements, and wired in src/connector.ts.
Exit codes: 0 it is added, 2 usage, or it is there already, or a file cannot be written (nothing was changed).
`;

const options = { path: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(args, options);
  if (given.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [id, place, ...more] = positionals;
  if (id === undefined || place === undefined || more.length > 0)
    throw new CodedError('USAGE', 'Name an extension point and a package: add EXTENSION-POINT PATH. See --help.');
  const point = offeredPoints.map((each) => each.point).find((each) => each.id === id);
  if (!point) throw new CodedError('USAGE', `There is no extension point "${id}" to add. There are ${ids.join(', ')}.`);
  if (/^https?:\/\//i.test(place) || /\.zip$/i.test(place))
    throw new CodedError('USAGE', `${place} cannot be written to. Give a folder or a definition.`);
  const isProject = existsSync(join(place, connectorFile)) && existsSync(join(place, 'package'));
  const location = isProject ? join(place, 'package') : place;
  const before = await readPackage(location);
  const { files, operationId, path } = addedOperation(before, point, given.path);
  const handler = isProject ? addedHandler(await textOf(join(place, connectorFile)), id, path) : undefined;
  if (handler && existsSync(join(place, handler.path)))
    throw new CodedError('USAGE', `${join(place, handler.path)} is there already. Nothing was changed.`);
  const test = join(place, callsFile);
  // Where other extension points answer out of an API of one's own, this one has the example's data beside theirs.
  const page = handler && existsSync(join(place, mappingPageFile)) ? join(place, mappingPageFile) : undefined;
  await writeTogether([
    ...files,
    ...(handler ? [{ file: join(place, handler.path), text: handler.content }] : []),
    ...(handler?.connector ? [{ file: join(place, connectorFile), text: handler.connector }] : []),
    ...(page === undefined ? [] : [{ file: page, text: withUnmapped(await textOf(page), id) }]),
    ...(handler && existsSync(test) ? [{ file: test, text: withCall(await textOf(test), id) }] : []),
  ]);
  process.stdout.write(`${operationId} stands at ${path} in ${files.map(({ file }) => file).join(' and ')}.\n`);
  if (handler)
    process.stdout.write(
      handler.connector
        ? `Its handler is ${join(place, handler.path)}, wired in ${join(place, connectorFile)}.\n`
        : `Its handler is ${join(place, handler.path)}. Put these lines into ${join(place, connectorFile)}:\n${handler.lines.map((line) => `  ${line}\n`).join('')}`,
    );
  if (page !== undefined)
    process.stdout.write(
      `It answers with the example's agreements, with API_URL, too, until its handler asks your API: a TODO in ${page}.\n`,
    );
  const pages = [
    ...(before.readme && !before.readme.text.includes(operationId) ? [before.readme.file] : []),
    ...(handler && existsSync(join(place, 'README.md')) ? [join(place, 'README.md')] : []),
  ];
  if (pages.length > 0) process.stdout.write(`Not told there yet, write it yourself: ${pages.join(' and ')}.\n`);
  process.stdout.write(newErrors(before, await readPackage(location)));
  return 0;
};

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new CodedError('USAGE', `${file} cannot be read (${cause.code}). Nothing was changed.`, { cause });
  });
}

/** What lint has against the package that it had not before. */
function newErrors(before: ConnectorPackage, after: ConnectorPackage): string {
  const told = (connector: ConnectorPackage) => lintPackage(connector).findings.filter(isError);
  const known = new Set(told(before).map(({ rule, message }) => `${rule} ${message}`));
  const fresh = told(after).filter(({ rule, message }) => !known.has(`${rule} ${message}`));
  return fresh.map(({ file, line, rule, message }) => `${file}:${line}  ${rule}  ${message}\n`).join('');
}

const isError = ({ severity }: LintFinding) => severity === 'error';
