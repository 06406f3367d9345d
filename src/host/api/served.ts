import type { Connections } from '../connections/connections.ts';
import type { Host } from '../create-host.ts';
import type { Failure } from '../failure.ts';
import type { Model } from '../world/open-ai.ts';
import type { TextWriter } from '../world/text-writer.ts';
import { type OwnWorld, type World, withOwn } from '../world/world.ts';
import type { PackageLint } from './package-lint.ts';

/** What the routes work with. The world can be added to while the host runs. */
export interface Served {
  readonly host: Host;
  readonly connections: Connections;
  /** A model that chooses chat skills, where there is one. */
  readonly model?: Model;
  /** Writes what the real product generates. */
  readonly write: TextWriter;
  /** Lints packages and mends them, where the host is given that. */
  readonly lint?: PackageLint;
  /** What is wrong with the programs that were started for packages. */
  readonly programFailures?: () => readonly Failure[];
  world: World;
  /** What was added while the host runs, the latest first. */
  added?: Required<Omit<OwnWorld, 'sellers'>>;
}

/** Adds to the world, so that it stays when the world is replaced. */
export function addToWorld(served: Served, { records = [], mails = [] }: OwnWorld): void {
  const added = served.added ?? { records: [], mails: [] };
  served.added = { records: [...records, ...added.records], mails: [...mails, ...added.mails] };
  served.world = withOwn(served.world, { records, mails });
  served.host.announce({ kind: 'world' });
}

/** Puts another world in place; what was added while the host runs stays. */
export function replaceWorld(served: Served, world: World): void {
  served.world = withOwn(world, served.added ?? {});
  served.host.announce({ kind: 'world' });
}
