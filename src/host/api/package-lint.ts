/** What the command line puts into the host's API: lint of a connector's package. The host itself does not know the rules. */
import type { Finding } from '../../report/finding.ts';
import type { HostedConnector } from '../create-host.ts';

/** A finding with its rule in words, and the actions that it is about. */
export interface LintedFinding extends Finding {
  /** Mending takes it away. */
  readonly fixable: boolean;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  /** The pointers of the operations that it stands in, or that use what it stands in; none where it is about the package. */
  readonly concerns: readonly string[];
}

/** Lines that are others than they were; `line` is where they begin now. */
export interface ChangedLines {
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface MendedFile {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly changes: readonly ChangedLines[];
}

/** Where a host has it, its connectors are linted and mended. */
export interface PackageLint {
  /** What the project's configuration passes over is left out. */
  findingsOf(connector: HostedConnector): Promise<{
    readonly findings: readonly LintedFinding[];
    /** The package lies in files that may be written. */
    readonly isMendable: boolean;
  }>;
  /** Makes the safe fixes in the files. Throws a CodedError INVALID_ARGUMENT where there are none to write. */
  mend(connector: HostedConnector): Promise<readonly MendedFile[]>;
}
