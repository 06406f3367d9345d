/** The types of the host's API, for the pane: no code. */
import type { FaultValue } from '../configuration/faults.ts';
import type { HostProfileSwitch, HostProfileSwitches } from '../world/host-profile-switches.ts';
import type { connectorView } from './connector-routes.ts';
import type { PackageLint } from './package-lint.ts';
import type { mailView, recordView, worldView } from './world-view.ts';

export type { ExtensionPointId } from '../../contract/contract.ts';
export type { Finding } from '../../report/finding.ts';
export type { ConnectionState } from '../connections/connections.ts';
export type { MappedValue } from '../engine/map-request.ts';
export type { ActionView, Outcome, RequestView, ResponseView, Trace } from '../engine/trace.ts';
export type { Failure } from '../failure.ts';
export type * from '../views/surface-views.ts';
export type * from '../views/view.ts';
export type { CrmRecord } from '../world/crm-record.ts';
export type { DraftLink, DraftParagraph } from '../world/generated-texts.ts';
export type { ShownField } from '../world/record-fields.ts';
export type { Seller } from '../world/seller.ts';
export type { ChangedLines, LintedFinding, MendedFile } from './package-lint.ts';
export type { SituationBody } from './situation.ts';

/** GET /api/connectors gives a list of these. */
export type ConnectorView = ReturnType<typeof connectorView>;
export type ConnectorAction = ConnectorView['actions'][number];

/** GET /api/world. */
export type WorldView = ReturnType<typeof worldView>;

/** POST /api/world/records and /api/world/mails give these. */
export type RecordView = ReturnType<typeof recordView>;
export type MailView = ReturnType<typeof mailView>;

/** GET /api/faults gives a list of these. */
export interface FaultView {
  readonly name: string;
  readonly description: string;
  readonly value: FaultValue['kind'];
  readonly choices: readonly string[] | null;
}

/** GET /api/profile. */
export interface ProfileView {
  readonly profile: HostProfileSwitches;
  readonly switches: Readonly<Record<keyof HostProfileSwitches, HostProfileSwitch>>;
}

/** GET /api/connectors/:key/lint. */
export type LintView = Awaited<ReturnType<PackageLint['findingsOf']>>;
