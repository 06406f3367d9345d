import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import { choicesOf, faults as knownFaults, parseFault } from '../configuration/faults.ts';
import { didYouMean } from '../configuration/nearest-word.ts';
import { connectionKey } from '../connections/connections.ts';
import type { HostedConnector } from '../create-host.ts';
import { gatewayOf } from '../engine/gateway.ts';
import { maskedHeaders, secretsOf } from '../engine/hide-secrets.ts';
import { actionView } from '../engine/invoke.ts';
import { pictureTypeOf } from './icon.ts';
import { onlyPackageChangesOf, packageEntryOf } from './package-entry.ts';
import type { Served } from './served.ts';

/** Connectors and their actions: seen, added, switched, given faults. */
export function addConnectorRoutes(app: FastifyInstance, served: Served): void {
  const { host } = served;
  app.get('/api/connectors', async () => host.connectors().map((connector) => connectorView(served, connector)));

  app.post<{ Body: Record<string, unknown> }>('/api/connectors', async ({ body }, reply) => {
    const connector = await host.add(packageEntryOf(body));
    return reply.code(201).send(connectorView(served, connector));
  });

  app.put<{ Params: { key: string }; Body: Record<string, unknown> }>(
    '/api/connectors/:key',
    async ({ params, body }) => {
      const { key, entry } = host.get(params.key);
      const { headers, ...changes } = onlyPackageChangesOf(body);
      const kept = headers && { headers: unmaskedHeaders(headers, entry.headers ?? {}) };
      return connectorView(served, host.change(key, { ...changes, ...kept }));
    },
  );

  app.get<{ Params: { key: string } }>('/api/connectors/:key/icon', async ({ params }, reply) => {
    const { icon } = host.get(params.key).discovery.connector;
    if (!icon) throw new CodedError('NOT_FOUND', 'The package has no icon.png.');
    const type = pictureTypeOf(icon);
    if (!type) throw new CodedError('NOT_FOUND', 'icon.png is neither PNG nor JPEG.');
    return reply.type(type).send(Buffer.from(icon));
  });

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
      if (typeof body?.enabled !== 'boolean')
        throw new CodedError('INVALID_ARGUMENT', 'enabled: true or false is expected.');
      refuseUnknownOperation(host.get(params.key), params.operationId);
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
    Object.entries(knownFaults).map(([name, { description, value }]) => ({
      name,
      description,
      value: value.kind,
      choices: choicesOf(value),
    })),
  );
}

/** A connector as /api/connectors gives it: for each action what `call` gives under action, and more. */
export function connectorView({ host, connections, world }: Served, connector: HostedConnector) {
  const { key, entry, discovery, disabled } = connector;
  const { title, location, findings } = discovery.connector;
  const { headers = {} } = entry;
  const settings = host.settingsOf(connector);
  const gateway = gatewayOf(discovery.connector);
  const rewritten = (operationId?: string) => (entry.url ? null : (gateway.rewritten(operationId) ?? null));
  return {
    key,
    title,
    location,
    url: host.baseUrl(connector),
    givenUrl: entry.url ?? null,
    headers: shownHeaders(headers),
    icon: pictureTypeOf(discovery.connector.icon ?? new Uint8Array()) ? `/api/connectors/${key}/icon` : null,
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

function shownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return maskedHeaders(headers, secretsOf(undefined, headers));
}

/** The headers as they are meant: one that comes back as it was shown, masked, keeps its value. */
function unmaskedHeaders(given: Readonly<Record<string, string>>, present: Readonly<Record<string, string>>) {
  const masked = shownHeaders(present);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === masked[name] ? (present[name] ?? value) : value]),
  );
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

function refuseUnknownOperation({ discovery }: HostedConnector, operationId: string): void {
  const known = discovery.actions.flatMap(({ operation }) => operation.operationId ?? []);
  if (known.includes(operationId)) return;
  const hint = known.length > 0 ? didYouMean(operationId, known) : 'There are none.';
  throw new CodedError('NOT_FOUND', `${discovery.connector.title} has no operation "${operationId}". ${hint}`);
}
