/** The host on this machine, with Contoso Hub in it unless told otherwise, and with packages of one's own. */

import { join } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';
import {
  type ConnectionOverride,
  callbackPath,
  connectionKey,
  createConnections,
  createHost,
  createHostServer,
  type Failure,
  followConfiguration,
  listenHost,
  loadConfiguration,
  modelOf,
  openInCrm,
  type PackageEntry,
  parseCrm,
  parseFault,
  parseRecordReference,
  providerAddress,
  type ResolvedConfiguration,
  readMail,
  replaceWorld,
  type Served,
  sellersWorld,
  textWriter,
  type World,
  withOwn,
} from '../../host/host.ts';
import { readArguments } from '../arguments.ts';
import { builtPane } from '../built-pane.ts';
import { readHeaders, readToken, readUrl } from '../call-arguments.ts';
import type { Command } from '../command.ts';
import type { RunningContosoHub } from '../contoso-hub.ts';
import { brokenConfiguration, brokenPackages } from '../dev/broken-files.ts';
import { livePackages } from '../dev/live-packages.ts';
import { packageLint } from '../dev/package-lint.ts';
import { runningPrograms } from '../dev/programs.ts';
import { importOptional } from '../import-optional.ts';
import { hostClient } from '../local-identity.ts';
import { localResources } from '../local-resources.ts';
import { namedPackages } from '../named-packages.ts';
import { packageRoot } from '../package-root.ts';
import { readFreePorts } from '../ports.ts';

/** What --help prints. */
export const usage = `Copilot for Sales on this machine: the host, with Contoso Hub in it, and your own connector.

  npm run -s saleskit -- dev [package…] [options]

  package               folder, definition or URL of a connector package; any number
  --url U               calls go there in place of the definition's address (one package)
  --client-id ID        the client that sellers sign in with (one package); see also connections in saleskit.config
  --issuer URL          the OpenID issuer that they sign in at (one package)
  --scope S             a scope to ask for (one package); may be repeated
  --port N              the host's port, 0 for any free one              (8100)
  --contoso-hub-port N  Contoso Hub's                                    (8101)
  --identity-port N     the local identity provider's                    (8102)
  --no-contoso-hub      your packages only
  --mock                example answers in place of calls
  --record TYPE:ID      a record of your own, the first of the world
  --mail FILE           a mail of your own (.eml or JSON); may be repeated
  --crm dynamics365|salesforce[:ORG-URL]   the CRM of --record
  --header NAME=VALUE   a header of your own; may be repeated
  --token T             the connection's token, for your packages
  --fault NAME[=VALUE]  a fault on purpose; may be repeated
  --config FILE         saleskit.config.ts, .js or .json, read anew when it changes   (the one in this folder);
                        programs that it names (run) are started, and anew when their sources change

The local identity provider, whose address is printed at the start, accepts the host's own client id, ${hostClient.clientId},
and gives tokens for the scope ${hostClient.scope}.
Ports can be given in the environment: SALESKIT_PORT, SALESKIT_CONTOSO_HUB_PORT, SALESKIT_IDENTITY_PORT.
`;

const options = {
  url: { type: 'string' },
  'client-id': { type: 'string' },
  issuer: { type: 'string' },
  scope: { type: 'string', multiple: true },
  port: { type: 'string' },
  'contoso-hub-port': { type: 'string' },
  'identity-port': { type: 'string' },
  'no-contoso-hub': { type: 'boolean' },
  mock: { type: 'boolean' },
  record: { type: 'string' },
  mail: { type: 'string', multiple: true },
  crm: { type: 'string' },
  header: { type: 'string', multiple: true },
  token: { type: 'string' },
  fault: { type: 'string', multiple: true },
  config: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const contosoHubPackage = join(packageRoot, 'contoso-hub/package');

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(args, options);
  if (given.help) {
    process.stdout.write(usage);
    return 0;
  }
  const ports = await readFreePorts(given);
  const token = readToken(given.token);
  const configuration = await loadConfiguration(given.config ? { file: given.config } : { folder: process.cwd() });
  const entries = packageEntries(positionals, given, configuration);
  const world = await ownWorld(given, configuration);

  let address = '';
  const connections = createConnections({ redirectUri: () => `${address}${callbackPath}` });
  const host = createHost({
    connections,
    isWatching: true,
    ...(configuration && { profile: configuration.hostProfile }),
  });
  const { model, findings } = modelOf(process.env);
  for (const { message } of findings) process.stderr.write(`${message}\n`);
  let configurationFailure: Failure | undefined;
  const programs = runningPrograms({
    say,
    onReady: (locations) => live.refresh(locations),
    onFailure: () => host.announce({ kind: 'failures' }),
  });
  const served: Served = {
    host,
    connections,
    world,
    write: textWriter(model),
    lint: packageLint(() => configuration?.file),
    programFailures: () => [...(configurationFailure ? [configurationFailure] : []), ...programs.failures()],
    ...(model && { model }),
  };
  const app = await createHostServer(served, await builtPane());
  const packages = namedPackages(host);
  const live = livePackages({ host, packages, programs });
  const paste = pasting(served, token);
  let hub: RunningContosoHub | undefined;
  let unfollow = () => {};
  const close = async () => {
    unfollow();
    host.close();
    await app.close();
    await hub?.close();
    await programs.stop();
  };
  try {
    await live.set(entries, configuration);
    paste(packages.keys());
    if (!given['no-contoso-hub']) {
      const { startContosoHub } = await importOptional(
        import('../contoso-hub.ts'),
        'Contoso Hub with its sign-in',
        'give --no-contoso-hub',
      );
      const hubPorts = { hub: ports['contoso-hub-port'], identity: ports['identity-port'] };
      hub = await startContosoHub(hubPorts, world.sellers, localResources(host.connectors()));
      await host.add({
        location: contosoHubPackage,
        url: hub.address,
        connection: hub.connection,
        isMock: given.mock ?? false,
      });
    }
    address = await listenHost(app, ports.port);
  } catch (error) {
    await close();
    throw error;
  }
  let profile = JSON.stringify(configuration?.hostProfile);
  const apply = async (next: ResolvedConfiguration) => {
    const nextWorld = await ownWorld(given, next);
    await live.set(packageEntries(positionals, given, next), next);
    hub?.replaceSellers(nextWorld.sellers);
    replaceWorld(served, nextWorld);
    paste(packages.keys());
    // What was switched over the API stays, unless the configuration switches otherwise.
    host.useProfile(JSON.stringify(next.hostProfile) === profile ? host.profile() : next.hostProfile);
    profile = JSON.stringify(next.hostProfile);
  };
  const failed = (error: Error | undefined) => {
    configurationFailure = error && brokenConfiguration(configuration?.file ?? '', error);
    host.announce({ kind: 'failures' });
  };
  if (configuration) unfollow = followConfiguration(configuration, { apply, failed, say });
  process.stdout.write(`${address}\n`);
  for (const words of brokenPackages(host, packages.keys())) say(words);
  process.stderr.write(hub ? `Contoso Hub answers at ${hub.address}\nSellers sign in at ${hub.issuer}\n` : '');
  await signalled();
  await close();
  return 0;
};

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Pastes the token of the command line for each connector and seller, once: who signs out stays signed out. */
function pasting(served: Served, token: string | undefined): (keys: readonly string[]) => void {
  const done = new Set<string>();
  return (keys) => {
    if (token === undefined) return;
    const wanted = keys.flatMap((key) => served.world.sellers.map(({ id }) => connectionKey(key, id)));
    for (const key of wanted) {
      if (!done.has(key)) served.connections.paste(key, token);
      done.add(key);
    }
  };
}

type Given = ReturnType<typeof readArguments<typeof options>>['values'];

/** The packages of the command line, then those of the configuration. */
function packageEntries(
  locations: readonly string[],
  given: Given,
  configuration: ResolvedConfiguration | undefined,
): PackageEntry[] {
  const forOne = (['url', 'client-id', 'issuer', 'scope'] as const).find((name) => given[name] !== undefined);
  if (forOne && locations.length !== 1)
    throw new CodedError(
      'USAGE',
      `--${forOne} is for one package: give one, or keep ${forOne === 'url' ? 'the addresses (urls)' : 'connections'} in saleskit.config.ts.`,
    );
  const url = readUrl(given.url);
  const connection = connectionOf(given);
  const headers = { ...configuration?.headers, ...readHeaders(given.header) };
  const faults = Object.assign({}, configuration?.faultsOfAll, ...(given.fault ?? []).map(parseFault));
  const isMock = given.mock ?? false;
  return [
    ...locations.map((location) => ({
      location,
      headers,
      faults,
      isMock,
      ...(url !== undefined && { url }),
      ...(connection && { connection }),
    })),
    ...(configuration?.packages ?? []).map((entry) => ({
      ...entry,
      namedBy: `${configuration?.file}: ${entry.namedBy}`,
      headers,
      isMock,
      faults: { ...entry.faults, ...faults },
    })),
  ];
}

/** How sellers sign in to the one package of the command line, in place of what it says. */
function connectionOf(given: Given): ConnectionOverride | undefined {
  const { 'client-id': clientId, issuer, scope: scopes } = given;
  if (clientId === undefined && issuer === undefined && scopes === undefined) return undefined;
  return {
    ...(clientId !== undefined && { clientId }),
    ...(issuer !== undefined && { issuer: providerAddress(issuer, '--issuer') }),
    ...(scopes && { scopes }),
  };
}

async function ownWorld(given: Given, configuration: ResolvedConfiguration | undefined): Promise<World> {
  const world = withOwn(sellersWorld(Date.now()), configuration?.world ?? {});
  const crm = given.crm === undefined ? undefined : parseCrm(given.crm);
  const open = openInCrm(world, { crm, record: given.record ? parseRecordReference(given.record) : undefined });
  const records = open.record ? [{ ...open.record, crm: open.crm }] : [];
  const mails = await Promise.all((given.mail ?? []).map(readMail));
  return withOwn(world, { records, mails });
}

/** Waits for the first signal; the second ends at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
