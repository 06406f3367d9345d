/** What the linters are given: definitions of published connectors, and some made larger. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MissingInput } from './figure.ts';

export interface Definition {
  readonly file: string;
  readonly bytes: number;
}

const root = join(import.meta.dirname, '..');

/** The first so many definitions of the corpus that are valid JSON: Redocly gives up at the first faulty file. */
export function corpusDefinitions(count: number): Definition[] {
  const folder = process.env.SALESKIT_CORPUS ?? join(root, '../shared/corpus');
  const files = existsSync(folder) ? globSync('*/apiDefinition.swagger.json', { cwd: folder }).sort() : [];
  const valid = files.map((file) => join(folder, file)).filter((file) => isJson(readFileSync(file, 'utf8')));
  if (valid.length < count)
    throw new MissingInput(
      `${folder} has ${valid.length} definitions of ${count}. SALESKIT_CORPUS names a folder of folders with apiDefinition.swagger.json.`,
    );
  return valid.slice(0, count).map((file) => ({ file, bytes: readFileSync(file).length }));
}

export function nearestInSize(definitions: readonly Definition[], bytes: number): Definition {
  const distance = (definition: Definition) => Math.abs(definition.bytes - bytes);
  return definitions.toSorted((a, b) => distance(a) - distance(b))[0] as Definition;
}

/** A definition whose paths stand there as often as it takes to have so many bytes. */
export function enlarged({ file }: Definition, bytes: number, folder: string): Definition {
  const definition = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, unknown>> };
  const own = Object.entries(definition.paths);
  const rest = JSON.stringify({ ...definition, paths: {} }).length;
  const copies = Math.round((bytes - rest) / JSON.stringify(definition.paths).length);
  const paths = Array.from({ length: copies }, (_, copy) =>
    own.map(([path, item]) => [`/copy-${copy}${path}`, withOwnIds(item, copy)]),
  );
  const text = JSON.stringify({ ...definition, paths: Object.fromEntries(paths.flat()) }, null, 1);
  const made = join(folder, `${bytes}.json`);
  writeFileSync(made, text);
  return { file: made, bytes: Buffer.byteLength(text) };
}

function withOwnIds(item: Record<string, unknown>, copy: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      const id = (operation as { operationId?: unknown }).operationId;
      return [method, typeof id === 'string' ? { ...(operation as object), operationId: `${id}${copy}` } : operation];
    }),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
