import { dirname } from 'node:path';
import { type Host, isUrl, type PackageEntry, type ResolvedConfiguration } from '../../host/host.ts';
import type { NamedPackages } from '../named-packages.ts';
import type { Programs } from './programs.ts';

/** Packages together with the programs that answer for them. */
export interface LivePackages {
  /** Starts the programs, waits for them, then has the packages read. Where it throws, what was there before stays. */
  readonly set: (entries: readonly PackageEntry[], configuration: ResolvedConfiguration | undefined) => Promise<void>;
  /** The program of these packages answers again: what it defines is read, and what is shown of it asked anew. */
  readonly refresh: (locations: readonly string[]) => Promise<void>;
}

/** None yet. */
export function livePackages({
  host,
  packages,
  programs,
}: {
  readonly host: Host;
  readonly packages: NamedPackages;
  readonly programs: Programs;
}): LivePackages {
  let current: readonly PackageEntry[] | undefined;
  const isReadable = ({ location }: PackageEntry) =>
    !isUrl(location) || packages.keys([location]).length > 0 || !programs.of(location)?.failure();
  const ready = async (location: string) => {
    await programs.of(location)?.settled();
    return programs.of(location)?.failure();
  };
  const awaited = (entry: PackageEntry): PackageEntry =>
    programs.of(entry.location) ? { ...entry, ready: () => ready(entry.location) } : entry;

  return {
    async set(entries, configuration) {
      current = undefined;
      if (configuration) await programs.set(configuration.packages, dirname(configuration.file));
      const next = entries.map(awaited);
      await packages.set(next.filter(isReadable));
      current = next;
    },
    async refresh(locations) {
      if (!current) return;
      // A definition that a program serves may be there only now.
      const known = new Set(packages.keys(locations));
      const isConcerned = ({ location }: PackageEntry) => locations.includes(location);
      await packages.set(current.filter((entry) => isConcerned(entry) || isReadable(entry)));
      for (const location of locations)
        for (const key of packages.keys([location])) {
          // What cannot be read is told of the connector itself.
          if (isUrl(location) && known.has(key)) await host.reload(key).catch(() => {});
          else host.announce({ kind: 'connectors', connector: key });
        }
    },
  };
}
