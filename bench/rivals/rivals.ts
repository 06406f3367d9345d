/** The programs of others that the bench, and some tests, run beside ours: a package of its own, which most people never need. */
import { join } from 'node:path';
import { installPackages, NotInstalled } from '../../scripts/install-packages.ts';
import { MissingInput } from '../figure.ts';

const entries = {
  inspector: '@modelcontextprotocol/inspector/clients/launcher/build/index.js',
  prism: '@stoplight/prism-cli/dist/index.js',
  redocly: '@redocly/cli/bin/cli.js',
  spectral: '@stoplight/spectral-cli/dist/index.js',
} as const;

/** A program that can be run beside ours. */
export type Rival = keyof typeof entries;

const names = 'Prism, Redocly, Spectral and the MCP Inspector';
let installing: Promise<string> | undefined;

/** The JavaScript file that Node runs to start a rival. Installs all of them at the first use; throws MissingInput where that fails. */
export async function rivalEntry(rival: Rival): Promise<string> {
  installing ??= installPackages(import.meta.dirname, names);
  try {
    return join(await installing, entries[rival]);
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    throw new MissingInput(error.message);
  }
}
