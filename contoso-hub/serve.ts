import {
  type Authentication,
  authenticationOff,
  bearerAuthentication,
  callersToken,
  createService,
  entraAuthentication,
  listen,
  onBehalfOf,
  processTelemetry,
  type TokenSource,
} from 'saleskit/connector';
import { remoteFacts } from './back-end/remote-facts.ts';
import { restApi } from './back-end/rest-api.ts';
import type { ServeSettings } from './command-line.ts';
import { loadSample, sampleTenant } from './data/sample.ts';
import { loaderAt } from './data/sample-home.ts';
import { eventsApi, eventsRole } from './events/events-api.ts';
import { contosoHub } from './hub.ts';
import { observedFacts } from './observed-facts.ts';
import { partnerName } from './partner.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { isPostgres } from './store/store-location.ts';

/** Contoso Hub, listening. */
export interface Running {
  readonly address: string;
  /** Answers what was begun, takes nothing new, and closes the store. */
  close(): Promise<void>;
}

/** Serves the connector as the settings say. Throws a UsageError, or a CodedError USAGE, where they cannot be met. */
export async function serve(settings: ServeSettings): Promise<Running> {
  const store = settings.backEnd ? undefined : await openFilledStore(settings);
  const facts = store ?? remoteFacts({ url: settings.backEnd as URL, token: tokensOf(settings) });
  const hub = contosoHub({ facts, auth: authenticationOf(settings), legacy: settings.legacy, mcp: settings.mcp });
  const app = await createService(hub, {
    throttle: settings.throttle,
    logLevel: settings.logLevel,
    publicUrl: settings.publicUrl,
    routes: store && restApi(store),
    otherCallers:
      store && systemsThatSend(settings).map((authentication) => ({ authentication, routes: eventsApi(store) })),
  });
  const close = async () => {
    await app.close();
    await facts.close();
  };
  const { host, port } = settings;
  const names = { host: '--host', port: '--port', auth: '--auth' };
  const address = await listen(app, hub, { host, port, names }).catch(async (error) => {
    await close();
    throw error;
  });
  return { address, close };
}

/** What requests to the back end are authorized by. */
function tokensOf({ onBehalfOf: exchange }: ServeSettings): TokenSource {
  return exchange ? onBehalfOf(exchange) : callersToken;
}

async function openFilledStore({ store: location, storeConnections, sampleHome }: ServeSettings): Promise<Store> {
  const telemetry = await processTelemetry(partnerName);
  const store = await openStore(location, storeConnections);
  try {
    await store.fillWhenEmpty(() => loadSample(loaderAt(sampleHome, store)));
    return telemetry ? observedFacts(store, isPostgres(location) ? 'postgresql' : 'sqlite', telemetry) : store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function authenticationOf({ auth, issuer, audience, tenant, scope }: ServeSettings): Authentication {
  if (auth === 'off') return authenticationOff(sampleTenant);
  return entraAuthentication({ tenant: tenant ?? 'organizations', clientId: audience ?? '', scope, issuer });
}

/** Who may send events: on one's own machine everybody, else applications of the tenant that is named, if there is one. */
function systemsThatSend({ auth, issuer, audience = '', eventsFrom }: ServeSettings): Authentication[] {
  if (auth === 'off') return [authenticationOff(sampleTenant)];
  if (!eventsFrom) return [];
  return [
    bearerAuthentication({
      issuer: issuer ?? `https://login.microsoftonline.com/${eventsFrom}/v2.0`,
      audience: [audience, `api://${audience}`],
      role: eventsRole,
      tenants: [eventsFrom],
    }),
  ];
}
