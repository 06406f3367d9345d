/** Finds, reads and checks a configuration. What is wrong with it is a CodedError INVALID_CONFIGURATION. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodedError } from '../../core/coded-error.ts';
import { checkBySchema, type SchemaProblem } from './check-by-schema.ts';
import { checkMeaning } from './check-meaning.ts';
import type { Configuration } from './configuration.ts';
import { configurationSchema } from './configuration-schema.ts';
import { type JsonSource, pathText, readJson } from './json-source.ts';
import { loadFailure } from './load-failure.ts';
import { ownWorldOf, type ResolvedConfiguration, resolvePackages } from './resolve-configuration.ts';

const fileNames = ['saleskit.config.ts', 'saleskit.config.js', 'saleskit.config.json'];

/**
 * The configuration of a file, or the one found in a folder; undefined where the folder has none. With its own world
 * read and its packages resolved; `files` are those to watch.
 */
export async function loadConfiguration(
  where: { readonly file: string } | { readonly folder: string },
): Promise<ResolvedConfiguration | undefined> {
  const file = 'file' in where ? resolve(where.file) : configurationIn(where.folder);
  if (!file) return undefined;
  const configuration = await readConfiguration(file);
  try {
    const own = await ownWorldOf(configuration, file);
    return { ...resolvePackages(configuration, dirname(file)), file, files: [file, ...own.files], world: own.world };
  } catch (error) {
    if ((error as { code?: string }).code !== 'INVALID_CONFIGURATION') throw error;
    throw invalid(`${file}: ${(error as Error).message}`, error as Error);
  }
}

/** The checked content of a configuration file. */
export async function readConfiguration(file: string): Promise<Configuration> {
  const read = readers[extname(file).toLowerCase()];
  if (!read) throw invalid(`${file} is no configuration: its name ends in .ts, .js or .json.`);
  if (!existsSync(file)) throw invalid(`There is no configuration ${file}. Give another with --config.`);
  return read(file);
}

const readers: Readonly<Record<string, (file: string) => Promise<Configuration>>> = {
  '.json': async (file) => {
    const source = readJson(await contentOf(file), file, 'INVALID_CONFIGURATION');
    return checked(source.value, (problem) => placeIn(source, problem));
  },
  '.ts': readModule,
  '.mts': readModule,
  '.js': readModule,
  '.mjs': readModule,
};

/** What a module exports by default; read anew when the file has changed. */
async function readModule(file: string): Promise<Configuration> {
  const { mtimeMs } = await stat(file);
  const url = `${pathToFileURL(file)}?changed=${mtimeMs}`;
  const module = await import(/* @vite-ignore */ url).catch((cause: Error) => {
    throw invalid(loadFailure(file, cause), cause);
  });
  if (module.default === undefined) {
    throw invalid(`${file} exports nothing by default. Write: export default defineConfiguration({ … })`);
  }
  return checked(await module.default, () => file);
}

async function contentOf(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: Error) => {
    throw invalid(`${file} cannot be read: ${cause.message}`, cause);
  });
}

function checked(value: unknown, placeOf: (problem: SchemaProblem) => string): Configuration {
  const shape = checkBySchema(value, configurationSchema);
  const problems = shape.length > 0 ? shape : checkMeaning(value as Configuration);
  if (problems.length === 0) return value as Configuration;
  const lines = problems.map((problem) => {
    const path = pathText(problem.about === 'name' ? problem.path.slice(0, -1) : problem.path);
    return `${placeOf(problem)}: ${path ? `${path}: ` : ''}${problem.message}`;
  });
  throw invalid(lines.join('\n'));
}

function placeIn(source: JsonSource, { about, path }: SchemaProblem): string {
  return about === 'name' ? source.placeOfName(path) : source.placeOf(path);
}

/** The configuration in a folder, by its usual names. Throws where there are several. */
export function configurationIn(folder: string): string | undefined {
  const found = fileNames.map((name) => join(resolve(folder), name)).filter((file) => existsSync(file));
  if (found.length > 1) {
    const names = found.map((file) => basename(file)).join(' and ');
    throw invalid(`${resolve(folder)} has ${names}: which is meant? Remove one, or give one with --config.`);
  }
  return found[0];
}

function invalid(message: string, cause?: Error): CodedError {
  return new CodedError('INVALID_CONFIGURATION', message, cause && { cause });
}
