/** The public file of the room: what a connector's owner hands to Microsoft, to an administrator, and to Copilot Studio. */
import { CodedError } from '../core/coded-error.ts';
import { chosenRules, type LintFinding, lintPackage } from '../lint/lint.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import { writeZip } from '../package/write-zip.ts';
import { actionsSheet } from './actions-sheet.ts';
import { apiPlugin, type Note } from './api-plugin/api-plugin.ts';
import { referencePlaceholder } from './api-plugin/sign-in.ts';
import { checklist, unconfirmedIn } from './checklist.ts';
import { factsOf, withHost } from './connector-facts.ts';
import { leftToFillIn } from './left-to-fill-in.ts';
import { partsOf } from './parts.ts';
import { readBack } from './read-back.ts';
import { situationOf } from './situation.ts';
import { solutionVersion, versionOfDefinition } from './solution-version.ts';
import type { VerifyResult } from './verify-report.ts';

export { readVerifyReport, type VerifyResult } from './verify-report.ts';
export { expectOwnFolder, writePackedFolder } from './write-packed-folder.ts';

export interface PackOptions {
  /** Takes the place of the definition's. */
  readonly host?: string | undefined;
  /** Of the solutions: one to four numbers. The definition's own where absent. */
  readonly version?: string | undefined;
  /** The package as users have it. */
  readonly against?: ConnectorPackage | undefined;
  readonly verified?: readonly VerifyResult[];
  /** The connector takes bodies in the flat form as well: `flatBodies` of the SDK. */
  readonly flatBodies?: boolean | undefined;
  /** The id of the agent's registration in the Teams developer portal. */
  readonly registration?: string | undefined;
  /** Findings about the package that its owner has decided to live with. */
  readonly isAccepted?: (finding: LintFinding) => boolean;
}

export interface Packed {
  readonly title: string;
  /** Of the solutions. */
  readonly version: string;
  /** By their paths, with slashes; none where there are errors. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What lint refuses in the package or in what was made of it; each once. */
  readonly errors: readonly LintFinding[];
  /** What lint warns of in the package. */
  readonly warnings: readonly LintFinding[];
  /** What breaks for users; undefined where nothing was compared. */
  readonly changes: readonly LintFinding[] | undefined;
  /** Sections of intro.md that nobody has written yet. */
  readonly unwritten: readonly string[];
  /** Where something is left to be filled in, each place in a line. */
  readonly unfilled: readonly string[];
  /** What is to be known of the agent. */
  readonly agent: readonly Note[];
  /** Details of the layouts that no public source confirms. */
  readonly unconfirmed: readonly string[];
}

/**
 * Packs a connector. The same package and options give the same bytes. Throws USAGE for a host or a version that is none,
 * for a registration that can be no id, and for a report about another connector; what is wrong with the package are errors.
 */
export async function pack(given: ConnectorPackage, options: PackOptions = {}): Promise<Packed> {
  const { host, against, verified = [], isAccepted = () => false } = options;
  const connector = host === undefined || isBroken(given) ? given : withHost(given, host);
  const { title, version: own } = factsOf(connector);
  const version = options.version === undefined ? versionOfDefinition(own) : solutionVersion(options.version);
  if (options.registration !== undefined) refuseNoId(options.registration);
  for (const report of verified) refuseOther(report, title);
  const all = lintPackage(connector).findings;
  if (host !== undefined) refuseHost(host, all);
  const accepted = all.filter(isAccepted);
  const findings = all.filter((finding) => !accepted.includes(finding));
  const told = {
    title,
    version,
    warnings: findings.filter(({ severity }) => severity === 'warning'),
    changes: against && lintPackage(connector, chosenRules(['breaking']), against).findings,
  };
  if (isBroken(connector)) return { ...told, ...nothing, errors: all.filter(isError) };

  const parts = partsOf(connector, version);
  const { discovery, intro, paconn, zips } = parts;
  const errors = distinct((await readBack(parts)).filter(isError), findings, accepted);
  if (errors.length > 0) return { ...told, ...nothing, errors };
  const situation = situationOf(parts);
  const agent = apiPlugin(connector, {
    version: options.version,
    flatBodies: options.flatBodies,
    referenceId: options.registration,
  });
  const agentZip = agent.files.size > 0 ? `${parts.identity.fileName}_agent.zip` : undefined;
  const unfilled = leftToFillIn({ connector, findings, unwritten: intro.unwritten, agent: agent.notes });
  const app = { agent: agent.notes, agentZip };
  const seen = { accepted: accepted.length, readBack: ['paconn', ...zips.keys()] };
  return {
    ...told,
    errors,
    unwritten: intro.unwritten,
    unfilled,
    agent: agent.notes,
    unconfirmed: unconfirmedIn(situation),
    files: new Map<string, string | Uint8Array>([
      ...[...paconn].map(([name, content]) => [`paconn/${name}`, content] as const),
      ...zips,
      ...[...agent.files].map(([name, content]) => [`agent/${name}`, content] as const),
      ...(agentZip ? [[agentZip, writeZip(agent.files)] as const] : []),
      ['actions.md', actionsSheet(discovery)],
      ['checklist.md', checklist({ ...told, ...seen, ...app, discovery, situation, findings, verified, unfilled })],
    ]),
  };
}

/** Of a connector that is not packed. */
const nothing = { files: new Map<string, string>(), unwritten: [], unfilled: [], agent: [], unconfirmed: [] };

/** A file of the package cannot be read in full: what would be packed is not what stands there. */
function isBroken({ findings }: ConnectorPackage): boolean {
  return findings.some(isError);
}

function isError({ severity }: Pick<LintFinding, 'severity'>): boolean {
  return severity === 'error';
}

function refuseHost(host: string, findings: readonly LintFinding[]): void {
  const wrong = findings.find((finding) => isError(finding) && finding.pointer === '/host');
  if (wrong) throw new CodedError('USAGE', `--host ${host}: ${wrong.message}`);
}

function refuseNoId(registration: string): void {
  if (!/^[\w+/=.-]+$/.test(registration) || registration === referencePlaceholder)
    throw new CodedError(
      'USAGE',
      `--registration “${registration}” is no id. Give the one that the Teams developer portal shows for the registration.`,
    );
}

function refuseOther({ file, connector }: VerifyResult, title: string): void {
  if (connector !== title)
    throw new CodedError('USAGE', `--verify-report: ${file} is about ${connector}, not about ${title}.`);
}

/** Each once, at its place in the package where it stands there; what was accepted there is left out. */
function distinct(
  errors: readonly LintFinding[],
  own: readonly LintFinding[],
  accepted: readonly LintFinding[],
): LintFinding[] {
  const keyOf = ({ rule, message }: LintFinding) => `${rule} ${message}`;
  const passed = new Set(accepted.map(keyOf));
  const inPackage = new Map(own.map((finding) => [keyOf(finding), finding]));
  const byKey = new Map(errors.map((finding) => [keyOf(finding), inPackage.get(keyOf(finding)) ?? finding]));
  return [...byKey].filter(([key]) => !passed.has(key)).map(([, finding]) => finding);
}
