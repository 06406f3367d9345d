import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import { faults as knownFaults, parseFault } from '../configuration/faults.ts';
import { connectionKey } from '../connections/connections.ts';
import type { HostedConnector, PackageEntry } from '../create-host.ts';
import { gatewayOf } from '../engine/gateway.ts';
import { actionView } from '../engine/invoke.ts';
import type { Served } from './served.ts';

/** Connectors and their actions: seen, added, switched, given faults. */
export function addConnectorRoutes(app: FastifyInstance, served: Served): void {
  const { host } = served;
  app.get('/api/connectors', async () => host.connectors().map((connector) => connectorView(served, connector)));

  app.post<{ Body: { location?: unknown; url?: unknown; isMock?: unknown } }>(
    '/api/connectors',
    async ({ body }, reply) => {
      const { location, url, isMock } = body ?? {};
      if (typeof location !== 'string' || location === '')
        throw invalid('location: a folder, a definition file or a URL is expected.');
      if (url !== undefined && !/^https?:$/.test(URL.parse(String(url))?.protocol ?? ''))
        throw invalid('url: an address such as http://127.0.0.1:8080 is expected.');
      const entry: PackageEntry = { location, ...(url !== undefined && { url: String(url) }), isMock: isMock === true };
      reply.code(201);
      return connectorView(served, await host.add(entry));
    },
  );

  app.delete<{ Params: { key: string } }>('/api/connectors/:key', async ({ params }, reply) => {
    host.remove(params.key);
    return reply.code(204).send();
  });

  app.post<{ Params: { key: string } }>('/api/connectors/:key/reload', async ({ params }) => {
    await host.reload(params.key);
    return connectorView(served, host.get(params.key));
  });

  app.put<{ Params: { key: string; operationId: string }; Body: { enabled?: unknown } }>(
    '/api/connectors/:key/actions/:operationId',
    async ({ params, body }) => {
      if (typeof body?.enabled !== 'boolean') throw invalid('enabled: true or false is expected.');
      return connectorView(served, host.enable(params.key, params.operationId, body.enabled));
    },
  );

  app.put<{ Params: { key: string }; Body: Record<string, unknown> }>(
    '/api/connectors/:key/faults',
    async ({ params, body }) => {
      const parsed = Object.entries(body ?? {}).map(([name, value]) => parseFault(`${name}=${String(value)}`));
      return connectorView(served, host.change(params.key, { faults: Object.assign({}, ...parsed) }));
    },
  );

  app.get('/api/faults', async () =>
    Object.entries(knownFaults).map(([name, { description, value }]) => ({ name, description, value: value.kind })),
  );
}

/** A connector as /api/connectors gives it: for each action what `call` gives under action, and more. */
export function connectorView({ host, connections, world }: Served, connector: HostedConnector) {
  const { key, entry, discovery, disabled } = connector;
  const { title, location, findings } = discovery.connector;
  const settings = host.settingsOf(connector);
  const gateway = gatewayOf(discovery.connector);
  const rewritten = (operationId?: string) => (entry.url ? null : (gateway.rewritten(operationId) ?? null));
  return {
    key,
    title,
    location,
    url: host.baseUrl(connector),
    rewritten: rewritten(),
    isMock: entry.isMock ?? false,
    faults: entry.faults ?? {},
    connections: world.sellers.map(({ id }) => ({
      seller: id,
      ...connections.state(connectionKey(key, id), settings),
    })),
    findings,
    actions: discovery.actions.map((action) => ({
      ...actionView(action),
      ...besides(action),
      rewritten: rewritten(action.operation.operationId),
      isEnabled: !disabled.has(action.operation.operationId ?? ''),
    })),
  };
}

function besides({ operation, kind, isUsed, exactness, isFormerWording, findings }: DiscoveredAction) {
  const { method, path, summary, description, pointer, needsConfirmation } = operation;
  return {
    kind,
    isUsed,
    exactness: exactness ?? null,
    isFormerWording,
    method,
    path,
    summary,
    description,
    pointer,
    needsConfirmation,
    findings,
  };
}

function invalid(message: string): CodedError {
  return new CodedError('INVALID_ARGUMENT', message);
}
