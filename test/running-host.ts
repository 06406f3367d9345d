/** The host in this process, with its API, on a free port. */
import { join } from 'node:path';
import type { Served } from '../src/host/api/served.ts';
import { createHostServer, listenHost } from '../src/host/api/server.ts';
import { createConnections } from '../src/host/connections/connections.ts';
import { createHost } from '../src/host/create-host.ts';
import { textWriter } from '../src/host/world/text-writer.ts';
import { sellersWorld } from '../src/host/world/world.ts';

export const hubPackage = join(import.meta.dirname, '../contoso-hub/package');

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as they come
export type Json = any;

export interface RunningHost {
  readonly address: string;
  readonly served: Served;
  get(path: string): Promise<Json>;
  /** Status and body of the answer. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<[number, Json]>;
  close(): Promise<void>;
}

/** Starts it without any connector; with a model, if one is given. */
export async function startHost(more: Pick<Served, 'model'> = {}): Promise<RunningHost> {
  let address = '';
  const connections = createConnections({ redirectUri: () => `${address}/connected` });
  const host = createHost({ connections, isWatching: true });
  const served: Served = { host, connections, world: sellersWorld(Date.now()), write: textWriter(), ...more };
  const app = await createHostServer(served);
  address = await listenHost(app, 0);
  return {
    address,
    served,
    get: async (path) => (await fetch(`${address}${path}`)).json(),
    async send(method, path, body, headers = { 'content-type': 'application/json' }) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await fetch(`${address}${path}`, { method, headers, ...(text !== undefined && { body: text }) });
      const answer = await response.text();
      return [response.status, answer && JSON.parse(answer)];
    },
    async close() {
      host.close();
      await app.close();
    },
  };
}
