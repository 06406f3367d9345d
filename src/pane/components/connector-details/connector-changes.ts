/** What can be done to one connector; each fails with words to be shown. */
import type { MendedFile } from '../../../host/api/api-types.ts';
import type { FaultSettings } from '../fault-switches/FaultSwitches.tsx';

export interface ConnectorChanges {
  readonly enable: (operationId: string, isEnabled: boolean) => Promise<unknown>;
  readonly setFaults: (faults: FaultSettings) => Promise<unknown>;
  /** A url of null is the definition's own again. */
  readonly change: (settings: {
    readonly url?: string | null;
    readonly headers?: Readonly<Record<string, string>>;
    readonly isMock?: boolean;
  }) => Promise<unknown>;
  readonly reload: () => Promise<unknown>;
  /** Makes the safe fixes in the package's files; gives what was changed. */
  readonly mend: () => Promise<readonly MendedFile[]>;
  readonly remove: () => Promise<unknown>;
  readonly signIn: () => Promise<unknown>;
  readonly signOut: () => Promise<unknown>;
  readonly pasteToken: (token: string) => Promise<unknown>;
}
