/** What a configuration comes to: packages with their addresses and faults, and one's own world. */
import { dirname, isAbsolute, resolve } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';
import type { ConnectionOverride } from '../connections/connections.ts';
import { type CrmRecord, recordAsGiven } from '../world/crm-record.ts';
import { type HostProfileSwitches, usualHostProfile } from '../world/host-profile-switches.ts';
import type { Mail } from '../world/mail.ts';
import { readMail } from '../world/read-mail.ts';
import { parseCrm, parseRecordReference } from '../world/record-reference.ts';
import { type Seller, sellers } from '../world/seller.ts';
import type { OwnWorld } from '../world/world.ts';
import { baseAddress, isUrl } from './base-address.ts';
import type { Configuration, OwnMail, OwnPackage, OwnRecord, OwnUser } from './configuration.ts';
import type { Faults } from './faults.ts';
import { didYouMean } from './nearest-word.ts';

/** A connector package with what is said of it. */
export interface ConfiguredPackage {
  /** Absolute path, or URL. */
  readonly location: string;
  /** The setting that names it, for messages. */
  readonly namedBy: string;
  /** The address to call in place of the definition's. */
  readonly url?: string;
  /** How sellers sign in, in place of what the package says. */
  readonly connection?: ConnectionOverride;
  readonly faults: Faults;
  /** The command line that answers its calls, to be run in the configuration's folder. */
  readonly run?: string;
}

/** What the host works with, everything checked, resolved and read. */
export interface ResolvedConfiguration {
  /** Absolute path of the configuration. */
  readonly file: string;
  /** It, and the files that it names: those to watch. */
  readonly files: readonly string[];
  readonly packages: readonly ConfiguredPackage[];
  /** Faults of packages that are named elsewhere, such as on the command line. */
  readonly faultsOfAll: Faults;
  readonly headers: Readonly<Record<string, string>>;
  readonly hostProfile: HostProfileSwitches;
  readonly world: OwnWorld;
}

type PackageSettings = Pick<ResolvedConfiguration, 'packages' | 'faultsOfAll' | 'headers' | 'hostProfile'>;

/** The packages of a configuration, and what holds for all. Throws a CodedError INVALID_CONFIGURATION. */
export function resolvePackages(configuration: Configuration, folder: string): PackageSettings {
  const { urls = {}, connections = {}, faults = {}, headers = {}, hostProfile = {} } = configuration;
  const entries = (configuration.packages ?? []).map(
    (each): OwnPackage => (typeof each === 'string' ? { location: each } : each),
  );
  const packages = entries.map(({ location }) => location);
  for (const [setting, byPackage] of Object.entries({ urls, connections, faults })) {
    for (const name of Object.keys(byPackage)) {
      if (packages.includes(name) || (setting === 'faults' && name === '*')) continue;
      const hint = packages.length > 0 ? didYouMean(name, packages) : 'There are none.';
      throw invalid(`${setting}: "${name}" is none of the packages. ${hint}`);
    }
  }
  return {
    packages: entries.map(({ location: name, run, url = urls[name] }) => ({
      location: isUrl(name) ? name : resolve(folder, name),
      namedBy: `packages "${name}"`,
      ...(url !== undefined && { url: baseAddress(url, `urls["${name}"]`) }),
      ...(run !== undefined && { run }),
      ...(connections[name] && { connection: connections[name] }),
      faults: { ...faults['*'], ...faults[name] },
    })),
    faultsOfAll: faults['*'] ?? {},
    headers,
    hostProfile: { ...usualHostProfile, ...hostProfile },
  };
}

/** The users, records and mails of a configuration, and the files that were read for them. */
export async function ownWorldOf(
  { users = [], records = [], mails = [] }: Configuration,
  file: string,
): Promise<{ readonly world: Required<OwnWorld>; readonly files: readonly string[] }> {
  const fileOf = (name: string) => (isAbsolute(name) ? name : resolve(dirname(file), name));
  const own = mails.map((mail) => (typeof mail === 'string' ? { file: mail } : mail));
  const world = {
    sellers: users.map(sellerOf),
    records: records.map((record, index) => at(`records[${index}]`, () => recordOf(record))),
    mails: await Promise.all(own.map((mail, index) => mailOf(mail, index, fileOf))),
  };
  return { world, files: own.flatMap((mail) => (mail.file === undefined ? [] : [fileOf(mail.file)])) };
}

function sellerOf({ name, email, ...rest }: OwnUser): Seller {
  return { id: email, name, email, tenant: sellers[0].tenant, language: 'en-US', timeZone: 'UTC', ...rest };
}

function recordOf({ type, id, name, crm = 'dynamics365', account, fields = {} }: OwnRecord): CrmRecord {
  const known = recordAsGiven(parseRecordReference(`${type}:${id}`), parseCrm(crm));
  return { ...known, name, ...(account !== undefined && { account }), fields };
}

async function mailOf(own: OwnMail, index: number, fileOf: (name: string) => string): Promise<Mail> {
  const { file, crm, related = [], ...fields } = own;
  const setting = `mails[${index}]`;
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  const read = file === undefined ? undefined : await at(setting, () => readMail(fileOf(file)));
  const bare = { id: setting, names: {} };
  return {
    ...(read ?? bare),
    ...(Object.fromEntries(given) as Partial<Mail>),
    ...(crm !== undefined && { crm: at(setting, () => parseCrm(crm)) }),
    related: at(setting, () => {
      const type = parseCrm(crm ?? 'dynamics365');
      return related.map((text) => {
        const { type: recordType, ids } = recordAsGiven(parseRecordReference(text), type);
        return { type: recordType, ids };
      });
    }),
  };
}

/** Does what a setting asks; its errors name the setting. */
function at<Result>(setting: string, work: () => Result): Result {
  const fail = (cause: Error): never => {
    throw invalid(`${setting}: ${cause.message}`, cause);
  };
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(fail) as Result) : result;
  } catch (cause) {
    return fail(cause as Error);
  }
}

function invalid(message: string, cause?: Error): CodedError {
  return new CodedError('INVALID_CONFIGURATION', message, cause && { cause });
}
