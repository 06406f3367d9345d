import type { Connections } from '../connections/connections.ts';
import type { Host } from '../create-host.ts';
import type { Model } from '../world/open-ai.ts';
import type { TextWriter } from '../world/text-writer.ts';
import type { World } from '../world/world.ts';

/** What the routes work with. The world can be added to while the host runs. */
export interface Served {
  readonly host: Host;
  readonly connections: Connections;
  /** A model that chooses chat skills, where there is one. */
  readonly model?: Model;
  /** Writes what the real product generates. */
  readonly write: TextWriter;
  world: World;
}
