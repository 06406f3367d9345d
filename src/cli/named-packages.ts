import { CodedError } from '../core/coded-error.ts';
import type { Host, PackageEntry } from '../host/host.ts';

/** The packages that command line and configuration name, as the host has them. */
export interface NamedPackages {
  /**
   * Adds, removes and changes connectors until they are those of the entries. Where a new one cannot be read nothing is
   * changed, and the error thrown. What has not changed since is left alone: faults that were set meanwhile stay.
   */
  set(entries: readonly PackageEntry[]): Promise<void>;
  /** The connectors' keys: all, or those of some locations. */
  keys(locations?: readonly string[]): readonly string[];
}

/** None yet. */
export function namedPackages(host: Host): NamedPackages {
  let current = new Map<string, { readonly key: string; readonly entry: PackageEntry }>();
  const isThere = (key: string) => host.connectors().some((connector) => connector.key === key);

  return {
    keys: (locations) =>
      [...current.values()]
        .filter(({ entry }) => locations?.includes(entry.location) ?? true)
        .map(({ key }) => key)
        .filter(isThere),
    async set(entries) {
      const wanted = byPlace(entries);
      const fresh: string[] = [];
      const next: typeof current = new Map();
      try {
        for (const [place, entry] of wanted) {
          const known = current.get(place);
          const key = known?.key ?? (await added(host, entry));
          if (!known) fresh.push(key);
          next.set(place, { key, entry });
        }
      } catch (error) {
        for (const key of fresh) host.remove(key);
        throw error;
      }
      for (const [place, { key, entry }] of current) {
        const changed = wanted.get(place);
        if (!isThere(key)) continue;
        if (!changed) host.remove(key);
        else if (!isEqual(entry, changed)) host.change(key, { url: undefined, connection: undefined, ...changed });
      }
      current = next;
    },
  };
}

/** Adds it and gives its key; the error of one that cannot be read says where it was named. */
async function added(host: Host, entry: PackageEntry): Promise<string> {
  const { key } = await host.add(entry).catch((error: Error & { code?: string }) => {
    if (!entry.namedBy || error.code !== 'PACKAGE_UNREADABLE') throw error;
    throw new CodedError(error.code, `${entry.namedBy}: ${error.message}`, { cause: error });
  });
  return key;
}

/** Entries by their location; the same one may stand there twice, with another address. */
function byPlace(entries: readonly PackageEntry[]): Map<string, PackageEntry> {
  const places = new Map<string, PackageEntry>();
  for (const entry of entries) {
    const earlier = [...places.values()].filter(({ location }) => location === entry.location).length;
    places.set(`${entry.location} ${earlier}`, entry);
  }
  return places;
}

function isEqual(one: PackageEntry, other: PackageEntry): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
