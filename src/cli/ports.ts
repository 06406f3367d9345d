import { once } from 'node:events';
import { createServer } from 'node:net';
import { CodedError } from '../core/coded-error.ts';

/** The ports of `dev` by their options, and the usual ones. */
const usualPorts = { port: 8100, 'contoso-hub-port': 8101, 'identity-port': 8102 } as const;

type PortName = keyof typeof usualPorts;
type Given = { readonly [Name in PortName]?: string | undefined } & { readonly 'no-contoso-hub'?: boolean | undefined };

/** All ports, from options or environment; 0 is any free one. Throws a CodedError USAGE before anything is started. */
export function readPorts(given: Given): Record<PortName, number> {
  const names = Object.keys(usualPorts) as PortName[];
  const ports = names.map((name) => [name, portOf(name, given[name])] as const);
  const used = usedOf(given, ports);
  for (const [index, [name, port]] of used.entries()) {
    const twin = used.slice(0, index).find(([, other]) => port !== 0 && other === port);
    if (twin)
      throw new CodedError('USAGE', `--${twin[0]} and --${name} are both ${port}. Choose another for one of them.`);
  }
  return Object.fromEntries(ports) as Record<PortName, number>;
}

function usedOf<Port>({ 'no-contoso-hub': isAlone }: Given, ports: readonly Port[]): readonly Port[] {
  return isAlone ? ports.slice(0, 1) : ports;
}

/** All ports, as readPorts gives them. Throws a CodedError USAGE that names all of them that are taken, and the ways out. */
export async function readFreePorts(given: Given): Promise<Record<PortName, number>> {
  const read = readPorts(given);
  const ports = usedOf(given, Object.entries(read));
  const states = await Promise.all(ports.map(async ([, port]) => port !== 0 && (await isTaken(port))));
  const taken = ports.filter((_each, index) => states[index]);
  if (taken.length === 0) return read;
  const list = (words: readonly unknown[]) => words.join(', ').replace(/, ([^,]*)$/, ' and $1');
  const [numbers, options] = [list(taken.map(([, port]) => port)), list(taken.map(([name]) => `--${name}`))];
  const words = taken.length === 1 ? 'is taken. Choose another with' : 'are taken. Choose others with';
  throw new CodedError('USAGE', `Port${taken.length === 1 ? '' : 's'} ${numbers} ${words} ${options}.`);
}

/** Other reasons why it cannot be had are told by who listens there. */
async function isTaken(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  } finally {
    server.close();
  }
}

function portOf(name: PortName, option: string | undefined): number {
  const variable = `SALESKIT_${name.toUpperCase().replaceAll('-', '_')}`;
  const [text, source] =
    option !== undefined ? [option, `--${name}`] : [process.env[variable] ?? String(usualPorts[name]), variable];
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new CodedError('USAGE', `${source} is a whole number from 0 to 65535, not "${text}".`);
}
