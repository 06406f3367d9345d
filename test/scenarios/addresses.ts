import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Addresses that a scenario may name: host and port. */
export interface Addresses {
  /** The folder of the scenario, served over HTTP. */
  readonly served: string;
  /** An address where nobody answers. */
  readonly nobody: string;
  close(): Promise<void>;
}

/** The addresses, made where the scenario names them. */
export async function addressesFor(source: string, folder: string): Promise<Addresses> {
  const servers: Server[] = [];
  const close = async (server: Server) => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const listening = async () => {
    const server = serve(folder);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
  };
  let served = '';
  let nobody = '';
  if (source.includes('<served>')) {
    const { server, address } = await listening();
    servers.push(server);
    served = address;
  }
  if (source.includes('<nobody>')) {
    const { server, address } = await listening();
    await close(server);
    nobody = address;
  }
  return {
    served,
    nobody,
    async close() {
      for (const server of servers) await close(server);
    },
  };
}

function serve(folder: string): Server {
  return createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://folder').pathname);
    const isFile = existsSync(file) && statSync(file).isFile();
    response.writeHead(isFile ? 200 : 404, { 'content-type': 'application/json' });
    response.end(isFile ? readFileSync(file) : '');
  });
}
