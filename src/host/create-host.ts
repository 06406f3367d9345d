/** The public file of the room: the host, with its connectors, connections and traces. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { type ExtensionPointId, extensionPoints, limits } from '../contract/contract.ts';
import { CodedError } from '../core/coded-error.ts';
import { type DiscoveredAction, type Discovery, discover } from '../discovery/discovery.ts';
import { type ConnectorPackage, type PackageTexts, packageOfTexts, readPackage } from '../package/connector-package.ts';
import type { Finding } from '../report/finding.ts';
import type { Faults } from './configuration/faults.ts';
import {
  type ConnectionOverride,
  type ConnectionState,
  type Connections,
  connectionKey,
  connectionSettingsOf,
  connectsSilently,
} from './connections/connections.ts';
import { chooseAction } from './engine/choose-action.ts';
import { gatewayThrottle } from './engine/gateway.ts';
import { invoke } from './engine/invoke.ts';
import { baseUrlOf } from './engine/prepare-call.ts';
import type { Trace } from './engine/trace.ts';
import { BrokenPackage, brokenPart, type Failure, failureInWords, packageFailure } from './failure.ts';
import { type HostProfileSwitches, usualHostProfile } from './world/host-profile-switches.ts';
import { hostValues, type Situation } from './world/host-values.ts';
import type { Seller } from './world/seller.ts';

/** A package and what is said of it. */
export interface PackageEntry {
  readonly location: string;
  /** Where it was named, for messages: file and setting of a configuration. */
  readonly namedBy?: string;
  /** The package itself; then the location is no more than the definition's name. */
  readonly texts?: PackageTexts;
  /** Replaces scheme, host and basePath of the definition. */
  readonly url?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly faults?: Faults;
  readonly isMock?: boolean;
  /** What stands in for the identity provider that the package names. */
  readonly connection?: ConnectionOverride | undefined;
  /** Calls wait for it: a program that is being started anew. Gives why it does not answer, where it has failed. */
  readonly ready?: () => Promise<Failure | undefined>;
}

/** A connector as the host has it. */
export interface HostedConnector {
  readonly key: string;
  entry: PackageEntry;
  discovery: Discovery;
  /** Why the package as it is now is not shown. */
  failure?: Failure | undefined;
  /** Operation ids that the administrator has switched off. */
  readonly disabled: Set<string>;
}

/** A call of one connector, or of all that answer the point. */
export interface Ask {
  /** Extension point, or a chat skill's operationId. */
  readonly wanted: string;
  readonly situation: Situation;
  readonly seller: Seller;
  /** Inputs in place of the host's own, by contract name. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The seller has agreed to a chat skill that changes something. */
  readonly isConfirmed?: boolean;
}

export interface HostEvent {
  readonly kind: 'call' | 'connectors' | 'world' | 'failures';
  /** The key of the one that is concerned. */
  readonly connector?: string;
  readonly trace?: Trace;
}

export interface HostOptions {
  readonly connections: Connections;
  readonly profile?: HostProfileSwitches;
  /** Reloads a package when one of its files changes. */
  readonly isWatching?: boolean;
  readonly timeoutMs?: number;
  /** False lets more than the gateway's 100 calls through, for measurements. */
  readonly isThrottled?: boolean;
}

const keptTraces = 500;
const settleMilliseconds = 100;

export type Host = ReturnType<typeof createHost>;

export function createHost({
  connections,
  profile: firstProfile,
  isWatching = false,
  isThrottled = true,
  timeoutMs,
}: HostOptions) {
  let profile = firstProfile ?? usualHostProfile;
  const connectors = new Map<string, HostedConnector>();
  const watchers = new Map<string, FSWatcher>();
  const listeners = new Set<(event: HostEvent) => void>();
  const traces: Trace[] = [];
  /** Keys are not used again: connections belong to them. */
  const forgotten = new Set<string>();
  const throttle = gatewayThrottle();
  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };

  const get = (key: string): HostedConnector => {
    const connector = connectors.get(key);
    if (connector) return connector;
    throw new CodedError(
      'NOT_FOUND',
      `There is no connector "${key}". There are: ${[...connectors.keys()].join(', ') || 'none'}.`,
    );
  };

  const add = async (entry: PackageEntry): Promise<HostedConnector> => {
    const discovery = discover(await packageOf(entry));
    const key = freeKey(discovery.connector.title, (name) => connectors.has(name) || forgotten.has(name));
    const broken = entry.texts ? undefined : brokenPart(discovery.connector);
    const failure = broken && firstFailure(entry.location, broken);
    const connector: HostedConnector = { key, entry, discovery, failure, disabled: new Set() };
    connectors.set(key, connector);
    if (isWatching && discovery.connector.watch) watchPackage(connector, discovery.connector.watch);
    tell({ kind: 'connectors', connector: key });
    return connector;
  };

  /** Reads the package anew. One that cannot be read keeps its last state, with a finding, and the error is thrown. */
  const reload = async (key: string): Promise<void> => {
    const connector = get(key);
    try {
      const read = await packageOf(connector.entry);
      refuseBroken(connector.discovery.connector, read);
      connector.discovery = discover(read);
      const broken = brokenPart(read);
      connector.failure = broken && firstFailure(connector.entry.location, broken);
    } catch (error) {
      connector.discovery = withoutItsFiles(connector.discovery, error as Error);
      connector.failure = packageFailure(connector.entry.location, error as Error);
      throw error;
    } finally {
      tell({ kind: 'connectors', connector: key });
    }
  };

  const watchPackage = ({ key }: HostedConnector, place: string) => {
    let timer: NodeJS.Timeout | undefined;
    // A file is watched by its folder: editors replace files rather than write them.
    const watcher = watch(statSync(place).isDirectory() ? place : dirname(place), () => {
      clearTimeout(timer);
      timer = setTimeout(() => void reload(key).catch(() => {}), settleMilliseconds);
    });
    watchers.set(
      key,
      watcher.on('error', () => watcher.close()),
    );
  };

  const remove = (key: string): void => {
    connectors.delete(get(key).key);
    forgotten.add(key);
    watchers.get(key)?.close();
    watchers.delete(key);
    tell({ kind: 'connectors', connector: key });
  };

  const settingsOf = ({ entry, discovery }: HostedConnector) =>
    connectionSettingsOf(discovery.connector.definition.value, discovery.connector.properties?.value, entry.connection);

  /** Calls one connector as this seller, connecting silently where the package lets it. */
  const call = async (connector: HostedConnector, ask: Ask): Promise<Trace> => {
    const { wanted, situation, seller, inputs = {} } = ask;
    const failed = connector.entry.isMock ? undefined : await connector.entry.ready?.();
    const action = chooseAction(connector.discovery, wanted);
    const isSwitchedOff = action !== undefined && !isEnabled(connector, action);
    const key = connectionKey(connector.key, seller.id);
    const settings = settingsOf(connector);
    if (
      settings &&
      connectsSilently(settings, connector.entry.connection) &&
      isUntried(connections.state(key, settings))
    ) {
      await connections.silently(key, settings, seller.email).catch(() => {});
    }
    const token = await connections.token(key).catch(() => undefined);
    const isCounted = isThrottled && !connector.entry.isMock;
    const answered = await invoke({
      connector: discoveredPackage(connector),
      wanted,
      action,
      values: {
        ...(action?.point ? hostValues(action.point.id as ExtensionPointId, situation, profile) : {}),
        ...inputs,
      },
      language: situation.language,
      baseUrl: connector.entry.url,
      headers: connector.entry.headers ?? {},
      token,
      renewToken: () => connections.renew(key, token),
      needsToken: settings !== undefined,
      faults: connector.entry.faults ?? {},
      isMock: connector.entry.isMock ?? false,
      isConfirmed: ask.isConfirmed,
      isSwitchedOff,
      isDown: failed !== undefined,
      throttle: isCounted ? () => throttle(key) : undefined,
      ...(timeoutMs !== undefined && { timeoutMs }),
    });
    const trace: Trace = {
      ...answered,
      ...(failed && answered.outcome === 'unreachable' && { explanation: failureInWords(failed) }),
      connectorKey: connector.key,
    };
    traces.unshift(trace);
    traces.length = Math.min(traces.length, keptTraces);
    tell({ kind: 'call', connector: connector.key, trace });
    return trace;
  };

  return {
    connectors: () => [...connectors.values()],
    get,
    add,
    remove,
    reload,
    settingsOf,
    call: (key: string, ask: Ask) => call(get(key), ask),
    /** Calls every connector that answers the point, all at once: none waits for another. Who asks may leave earlier. */
    callEach(ask: Ask): readonly (readonly [HostedConnector, Promise<Trace>])[] {
      const concerned = [...connectors.values()].filter((connector) => {
        const action = chooseAction(connector.discovery, ask.wanted);
        return action && isEnabled(connector, action);
      });
      const shown =
        ask.wanted === extensionPoints.recordDetails.id
          ? concerned.slice(0, limits.recordDetailsConnectors)
          : concerned;
      return shown.map((connector) => {
        const trace = call(connector, ask);
        trace.catch(() => {});
        return [connector, trace] as const;
      });
    },
    profile: () => profile,
    useProfile(next: HostProfileSwitches): void {
      profile = next;
    },
    /** Newest first. */
    traces: (): readonly Trace[] => traces,
    baseUrl: (connector: HostedConnector) =>
      baseUrlOf({ connector: discoveredPackage(connector), baseUrl: connector.entry.url }),
    /** Tells all listeners. */
    announce: tell,
    /** Gives a function that takes the listener away. */
    listen(listener: (event: HostEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The entry changed, such as its faults. */
    change(key: string, changes: Partial<PackageEntry>): HostedConnector {
      const connector = get(key);
      connector.entry = { ...connector.entry, ...changes };
      tell({ kind: 'connectors', connector: key });
      return connector;
    },
    /** Switches an action on or off, as an administrator would. */
    enable(key: string, operationId: string, isEnabled: boolean): HostedConnector {
      const connector = get(key);
      if (isEnabled) connector.disabled.delete(operationId);
      else connector.disabled.add(operationId);
      tell({ kind: 'connectors', connector: key });
      return connector;
    },
    close(): void {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** Not switched off by the administrator. */
function isEnabled({ disabled }: HostedConnector, { operation }: DiscoveredAction): boolean {
  return !disabled.has(operation.operationId ?? '');
}

const unreadable = 'package-unreadable';

/** Of a package that could never be read in full. */
function firstFailure(location: string, broken: BrokenPackage): Failure {
  return { ...packageFailure(location, broken), isFirst: true };
}

/** A package that could be read and is broken now is no better than one that is not there. */
function refuseBroken(before: ConnectorPackage, now: ConnectorPackage): void {
  const broken = brokenPart(now);
  if (broken && !brokenPart(before)) throw broken;
}

/** What was read last, with a finding that its files cannot be read now. */
function withoutItsFiles({ connector, actions }: Discovery, error: Error): Discovery {
  const finding: Finding = {
    rule: unreadable,
    severity: 'error',
    message: `The package cannot be read now, so what is shown is its last state: ${error.message}`,
    file: connector.definition.file,
    ...(error instanceof BrokenPackage && { file: error.place.file }),
  };
  const others = connector.findings.filter(({ rule }) => rule !== unreadable);
  return { connector: { ...connector, findings: [finding, ...others] }, actions };
}

async function packageOf({ location, texts }: PackageEntry) {
  return texts ? packageOfTexts(location, texts) : readPackage(location);
}

function discoveredPackage({ discovery }: HostedConnector) {
  return discovery.connector;
}

/** Not connected, not signed out, and no attempt has failed: a seller who cannot be connected is not tried at every call. */
function isUntried({ status, problem, isSignedOut }: ConnectionState): boolean {
  return status === 'none' && problem === undefined && !isSignedOut;
}

/** A name for addresses, made of the title. */
function freeKey(title: string, isTaken: (key: string) => boolean): string {
  const name =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'connector';
  let key = name;
  for (let number = 2; isTaken(key); number++) key = `${name}-${number}`;
  return key;
}
