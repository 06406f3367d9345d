/** The programs that a configuration names, as they run. */
import { basename } from 'node:path';
import { commandWords, type Failure } from '../../host/host.ts';
import { logWords } from './log-line.ts';
import { type Program, startProgram } from './program.ts';
import { watchSources } from './watch-sources.ts';

/** What of a package says how it is run. */
export interface RunPackage {
  readonly location: string;
  readonly run?: string;
  readonly url?: string;
}

export interface ProgramEvents {
  readonly say: (text: string) => void;
  /** The program of these packages answers: for the first time, or again. */
  readonly onReady: (locations: readonly string[]) => Promise<void>;
  readonly onFailure: () => void;
}

export interface Programs {
  /** Starts and ends programs until they are those of the packages; what has not changed runs on. Resolves when all answer or have failed. */
  readonly set: (packages: readonly RunPackage[], folder: string) => Promise<void>;
  readonly failures: () => readonly Failure[];
  /** The program of a package, where it has one. */
  readonly of: (location: string) => Program | undefined;
  readonly stop: () => Promise<void>;
}

/** None yet. */
export function runningPrograms({ say, onReady, onFailure }: ProgramEvents): Programs {
  let running = new Map<string, { readonly program: Program; locations: readonly string[] }>();
  let unwatch = () => {};
  let watched: string | undefined;

  const watchFolder = (folder: string | undefined) => {
    if (folder === watched) return;
    unwatch();
    watched = folder;
    unwatch = folder === undefined ? () => {} : watchSources(folder, restartAll);
  };
  const restartAll = () => {
    for (const { program } of running.values()) program.restart();
  };

  return {
    async set(packages, folder) {
      const wanted = Map.groupBy(packages.filter(isRun), ({ run, url, location }) =>
        JSON.stringify([folder, run, url ?? location]),
      );
      const ending = [...running].filter(([key]) => !wanted.has(key));
      await Promise.all(ending.map(([, { program }]) => program.stop()));
      const next: typeof running = new Map();
      for (const [key, [first, ...more]] of wanted) {
        if (!first) continue;
        const locations = [first, ...more].map(({ location }) => location);
        const known = running.get(key);
        if (known) known.locations = locations;
        next.set(
          key,
          known ?? { locations, program: started(first, folder, () => running.get(key)?.locations ?? locations) },
        );
      }
      running = next;
      if (ending.length > 0) onFailure();
      watchFolder(running.size > 0 ? folder : undefined);
      await Promise.all([...running.values()].map(({ program }) => program.settled()));
    },
    failures: () => [...running.values()].flatMap(({ program }) => program.failure() ?? program.callFailures()),
    of: (location) => [...running.values()].find(({ locations }) => locations.includes(location))?.program,
    async stop() {
      unwatch();
      await Promise.all([...running.values()].map(({ program }) => program.stop()));
    },
  };

  function started(
    { location, run, url }: RunPackage & { readonly run: string },
    folder: string,
    concerned: () => readonly string[],
  ) {
    const name = nameOf(location);
    return startProgram({
      run,
      words: commandWords(run),
      folder,
      address: url ?? location,
      say: (line) => say(logWords(line).replace(/^/gm, `[${name}] `)),
      onReady: () => onReady(concerned()),
      onFailure,
    });
  }
}

function isRun<Package extends RunPackage>(each: Package): each is Package & { readonly run: string } {
  return each.run !== undefined;
}

function nameOf(location: string): string {
  return URL.parse(location)?.host || basename(location);
}
