/** Prism, the mock server that many run today while they have no back end. https://stoplight.io/open-source/prism */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.ts';
import type { Bench, Server } from '../bench.ts';
import type { Output } from '../processes.ts';
import { rivalEntry } from '../rivals/rivals.ts';

export interface PrismOptions {
  /** Prism's --verboseLevel; its default where absent. */
  readonly verboseLevel?: 'silent';
  readonly output: Output;
}

/** Starts `prism mock` with a definition. Where Prism cannot be installed: MissingInput. */
export async function startPrism(bench: Bench, definition: string, options: PrismOptions): Promise<Server> {
  const { verboseLevel, output } = options;
  const port = await freePort();
  const args = ['mock', definition, '--port', String(port), ...(verboseLevel ? ['--verboseLevel', verboseLevel] : [])];
  return bench.start(await rivalEntry('prism'), args, { address: `http://127.0.0.1:${port}`, output });
}

/** Writes Contoso Hub's definition into a file, with this answer as the example of the record summary. */
export async function definitionWithExample(
  bench: Bench,
  hub: string,
  path: string,
  example: unknown,
): Promise<string> {
  const response = await fetch(`${hub}/apiDefinition.swagger.json`);
  const definition = (await response.json()) as {
    paths: Record<string, { get: { responses: Record<string, object> } }>;
  };
  const answer = definition.paths[path]?.get.responses['200'];
  if (!answer) throw new Error(`The definition has no GET ${path}.`);
  Object.assign(answer, { examples: { 'application/json': example } });
  const file = join(bench.folder, 'definition.json');
  await writeFile(file, JSON.stringify(definition));
  return file;
}
