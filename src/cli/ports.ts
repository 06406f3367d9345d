import { CodedError } from '../core/coded-error.ts';

/** The ports of `dev` by their options, and the usual ones. */
const usualPorts = { port: 8100, 'contoso-hub-port': 8101, 'identity-port': 8102 } as const;

type PortName = keyof typeof usualPorts;
type Given = { readonly [Name in PortName]?: string | undefined } & { readonly 'no-contoso-hub'?: boolean | undefined };

/** All ports, from options or environment; 0 is any free one. Throws a CodedError USAGE before anything is started. */
export function readPorts(given: Given): Record<PortName, number> {
  const names = Object.keys(usualPorts) as PortName[];
  const ports = names.map((name) => [name, portOf(name, given[name])] as const);
  const used = given['no-contoso-hub'] ? ports.slice(0, 1) : ports;
  for (const [index, [name, port]] of used.entries()) {
    const twin = used.slice(0, index).find(([, other]) => port !== 0 && other === port);
    if (twin)
      throw new CodedError('USAGE', `--${twin[0]} and --${name} are both ${port}. Choose another for one of them.`);
  }
  return Object.fromEntries(ports) as Record<PortName, number>;
}

function portOf(name: PortName, option: string | undefined): number {
  const variable = `SALESKIT_${name.toUpperCase().replaceAll('-', '_')}`;
  const [text, source] =
    option !== undefined ? [option, `--${name}`] : [process.env[variable] ?? String(usualPorts[name]), variable];
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new CodedError('USAGE', `${source} is a whole number from 0 to 65535, not "${text}".`);
}
