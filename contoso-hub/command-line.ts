/** What the command line and the environment say, read and checked. */
import { parseArgs } from 'node:util';
import type { ExchangeGrant, OnBehalfOfOptions, ThrottleOptions } from 'saleskit/connector';
import type { SampleHome } from './data/sample-home.ts';
import { defaultConnections } from './store/store-location.ts';
import { UsageError } from './usage-error.ts';

export const usage = `Contoso Hub, the sample connector for Microsoft 365 Copilot for Sales.

  npm run -s contoso-hub -- [serve] [options]     serve the connector
  npm run -s contoso-hub -- generate --records N --store FILE|URL
                                                  fill a store with generated data

serve
  --port N                 port to listen on, 0 for any free one        (8080)
  --host NAME              address to listen on                         (127.0.0.1)
  --store FILE|:memory:|URL
                           where the data is kept; a URL is PostgreSQL's: postgres://user@host:5432/database (:memory:)
  --store-connections N    with PostgreSQL: connections to it at most   (10)
  --sample-crm HOST        the Dynamics 365 of the sample, where the store is empty (contoso.crm.dynamics.com)
  --back-end URL           no store: ask the application's REST API of another Contoso Hub
  --back-end-scope SCOPE   with entra: ask it on the user's behalf, with tokens of this scope; the client's secret stands
                           in CONTOSO_HUB_CLIENT_SECRET     (without it the user's own token is sent)
  --client-id ID           the client that exchanges tokens             (--audience)
  --back-end-grant GRANT   on-behalf-of as Entra ID has it, or token-exchange (RFC 8693) (on-behalf-of)
  --auth off|entra         how callers are authenticated                (off)
  --issuer URL             with entra: tokens of this issuer; without it Microsoft Entra ID is meant
  --audience ID            with entra: the application id of the app registration (or the token's aud)
  --tenant ID              with entra: let in this tenant only; the sample is this tenant's (every tenant)
  --scope NAME             with entra: the scope a token must carry     (access_as_user)
  --throttle N/SECONDS|off calls per connection                         (100/60)
  --throttle-store URL     redis:// or rediss:// address by which several instances count together (each for itself)
  --legacy                 version 1 of email summary in place of version 2
  --mcp                    the actions as tools of the Model Context Protocol, at /mcp
  --public-url URL         the address that the world knows             (the Host header's)
  --log-level LEVEL        trace, debug, info, warn, error, fatal, silent (info)

generate
  --records N              accounts and opportunities, one to nine      (1000)
  --activities N           activities in all, some records having 10,000 (ten a record)
  --store FILE|URL         the store to fill
  --seed N                 same seed, same data                         (1)
  --tenant ID              whose the data is                            (50000000-0000-4000-8000-00000000c0c0)
  --sample-crm HOST        the Dynamics 365 that its records are in     (contoso.crm.dynamics.com)

Each option can be given in the environment: CONTOSO_HUB_PORT, CONTOSO_HUB_BACK_END and so on.
`;

export interface ServeSettings {
  readonly command: 'serve';
  readonly port: number;
  readonly host: string;
  readonly store: string;
  readonly storeConnections: number;
  readonly sampleHome: SampleHome;
  readonly backEnd: URL | undefined;
  /** How tokens of the back end are had; the user's own token is sent where this is absent. */
  readonly onBehalfOf: OnBehalfOfOptions | undefined;
  readonly auth: 'off' | 'entra';
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
  readonly tenant: string | undefined;
  readonly scope: string | undefined;
  readonly throttle: ThrottleOptions | undefined;
  readonly legacy: boolean;
  readonly mcp: boolean;
  readonly publicUrl: string | undefined;
  readonly logLevel: string;
}

export interface GenerateSettings {
  readonly command: 'generate';
  readonly records: number;
  readonly activities: number;
  readonly store: string;
  readonly seed: number;
  readonly sampleHome: SampleHome;
}

export interface HelpSettings {
  readonly command: 'help';
}

const text = { type: 'string' } as const;
const serveOptions = {
  port: text,
  host: text,
  store: text,
  'store-connections': text,
  'sample-crm': text,
  'back-end': text,
  'back-end-scope': text,
  'back-end-grant': text,
  'client-id': text,
  auth: text,
  issuer: text,
  audience: text,
  tenant: text,
  scope: text,
  throttle: text,
  'throttle-store': text,
  legacy: { type: 'boolean' },
  mcp: { type: 'boolean' },
  'public-url': text,
  'log-level': text,
  help: { type: 'boolean', short: 'h' },
} as const;
const generateOptions = {
  records: text,
  activities: text,
  store: text,
  seed: text,
  tenant: text,
  'sample-crm': text,
  help: { type: 'boolean', short: 'h' },
} as const;

/** The secret is no option: command lines are seen by everybody on the machine. */
export const secretVariable = 'CONTOSO_HUB_CLIENT_SECRET';
const entra = 'https://login.microsoftonline.com';
const mostCalls = 1_000_000;
const mostSeconds = 86_400;

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from arguments, then the environment, then defaults. Throws a UsageError. */
export function readCommand(
  args: readonly string[],
  environment: Environment,
): ServeSettings | GenerateSettings | HelpSettings {
  const [first = 'serve'] = args;
  const named = !first.startsWith('-');
  const rest = named ? args.slice(1) : args;
  const command = named ? first : 'serve';
  if (command === 'help') return { command };
  if (command === 'serve') return readServe(rest, environment);
  if (command === 'generate') return readGenerate(rest, environment);
  throw new UsageError(`There is no command "${command}". There are serve and generate.`);
}

function readServe(args: readonly string[], environment: Environment): ServeSettings | HelpSettings {
  const values = optionsOf(args, serveOptions, environment);
  if (values.help) return { command: 'help' };
  const auth = oneOf('auth', values.auth ?? 'off', ['off', 'entra'] as const);
  const { issuer, audience, tenant, scope } = values;
  if (auth === 'off' && (issuer || audience || tenant || scope)) {
    throw new UsageError(
      '--issuer, --audience, --tenant and --scope need --auth entra: without it nobody is asked for a token.',
    );
  }
  const ofStore = (['store', 'sample-crm'] as const).find((name) => values[name] !== undefined);
  if (values['back-end'] !== undefined && ofStore) {
    throw new UsageError(`--back-end and --${ofStore} exclude each other: the data is kept by the back end.`);
  }
  if (auth === 'entra' && !audience) {
    throw new UsageError(
      '--auth entra needs --audience: the application id of the app registration that secures Contoso Hub.',
    );
  }
  return {
    command: 'serve',
    port: wholeNumber('port', values.port ?? '8080', 0, 65535),
    host: values.host ?? '127.0.0.1',
    store: values.store ?? ':memory:',
    storeConnections: wholeNumber(
      'store-connections',
      values['store-connections'] ?? String(defaultConnections),
      2,
      1000,
    ),
    sampleHome: readSampleHome(values),
    backEnd: values['back-end'] === undefined ? undefined : webAddress('back-end', values['back-end']),
    onBehalfOf: readOnBehalfOf(values, environment),
    auth,
    issuer: issuer && webAddress('issuer', issuer) && issuer,
    audience,
    tenant,
    scope,
    throttle: readThrottle(values.throttle ?? '100/60', values['throttle-store']),
    legacy: values.legacy ?? false,
    mcp: values.mcp ?? false,
    publicUrl: values['public-url'] && originOf('public-url', values['public-url']),
    logLevel: oneOf('log-level', values['log-level'] ?? 'info', [
      'trace',
      'debug',
      'info',
      'warn',
      'error',
      'fatal',
      'silent',
    ] as const),
  };
}

function readOnBehalfOf(
  values: ValuesOf<typeof serveOptions>,
  environment: Environment,
): OnBehalfOfOptions | undefined {
  const { 'back-end-scope': scope, 'back-end-grant': grant, 'client-id': client, auth, audience, tenant } = values;
  if (scope === undefined) {
    if (client === undefined && grant === undefined) return undefined;
    throw new UsageError('--client-id and --back-end-grant need --back-end-scope: the scope of the tokens wanted.');
  }
  if (values['back-end'] === undefined || auth !== 'entra') {
    throw new UsageError(
      "--back-end-scope needs --back-end and --auth entra: a user's token is exchanged for one of it.",
    );
  }
  const clientSecret = environment[secretVariable];
  if (!clientSecret) throw new UsageError(`--back-end-scope needs the secret of the client in ${secretVariable}.`);
  return {
    issuer: values.issuer ?? `${entra}/${tenant ?? '{tenantid}'}/v2.0`,
    clientId: client ?? audience ?? '',
    clientSecret,
    scope,
    grant: oneOf<ExchangeGrant>('back-end-grant', grant ?? 'on-behalf-of', ['on-behalf-of', 'token-exchange']),
  };
}

function readGenerate(args: readonly string[], environment: Environment): GenerateSettings | HelpSettings {
  const values = optionsOf(args, generateOptions, environment);
  if (values.help) return { command: 'help' };
  if (!values.store || values.store === ':memory:')
    throw new UsageError('generate needs --store FILE, or the URL of a database of PostgreSQL.');
  const records = wholeNumber('records', values.records ?? '1000', 1, 10_000_000);
  return {
    command: 'generate',
    records,
    activities: wholeNumber('activities', values.activities ?? String(records * 10), 0, 100_000_000),
    store: values.store,
    seed: wholeNumber('seed', values.seed ?? '1', 0, 2 ** 31),
    sampleHome: readSampleHome(values),
  };
}

function readSampleHome(values: { readonly tenant?: string; readonly 'sample-crm'?: string }): SampleHome {
  const { tenant, 'sample-crm': crm } = values;
  return { tenant, crmHost: crm && webAddress('sample-crm', crm.includes('://') ? crm : `https://${crm}`).hostname };
}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;
type ValuesOf<O extends Options> = { [Name in keyof O]?: O[Name]['type'] extends 'boolean' ? boolean : string };

function optionsOf<O extends Options>(args: readonly string[], options: O, environment: Environment): ValuesOf<O> {
  const values: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(options)) {
    const variable = `CONTOSO_HUB_${name.toUpperCase().replaceAll('-', '_')}`;
    const value = environment[variable];
    if (value) values[name] = type === 'boolean' ? truthOf(variable, value) : value;
  }
  try {
    return { ...values, ...parseArgs({ args: [...args], options, strict: true }).values } as ValuesOf<O>;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(/\.(?= |\n|$)/, 1)[0]}.`);
  }
}

function truthOf(variable: string, value: string): boolean {
  if (/^(1|true|yes)$/i.test(value)) return true;
  if (/^(0|false|no)$/i.test(value)) return false;
  throw new UsageError(`${variable} is true or false, not "${value}".`);
}

function oneOf<const Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((each) => each === value);
  if (choice) return choice;
  throw new UsageError(`--${name} is one of ${choices.join(', ')}, not "${value}".`);
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not "${value}".`);
}

function webAddress(name: string, value: string): URL {
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(`--${name} is an address such as https://sales.contoso.com, not "${value}".`);
}

function redisAddress(name: string, value: string): string {
  if (/^rediss?:$/.test(URL.parse(value)?.protocol ?? '')) return value;
  throw new UsageError(`--${name} is an address such as redis://localhost:6379.`);
}

/** An address without a path: the connector stands at the root of its host. */
function originOf(name: string, value: string): string {
  const { origin, href } = webAddress(name, value);
  if (href === `${origin}/`) return origin;
  throw new UsageError(`--${name} has no path: ${origin}, not "${value}".`);
}

function readThrottle(value: string, store: string | undefined): ThrottleOptions | undefined {
  const shared = store && redisAddress('throttle-store', store);
  if (value === 'off') return undefined;
  const [, calls, seconds] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value) ?? [];
  if (calls && seconds && Number(calls) <= mostCalls && Number(seconds) <= mostSeconds) {
    return { calls: Number(calls), seconds: Number(seconds), ...(shared && { shared }) };
  }
  throw new UsageError(`--throttle is CALLS/SECONDS such as 100/60 (a day at most), or off, not "${value}".`);
}
