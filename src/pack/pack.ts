/** The public file of the room: what a connector's owner hands to Microsoft, to an administrator, and to Copilot Studio. */
import { CodedError } from '../core/coded-error.ts';
import { discover } from '../discovery/discovery.ts';
import { chosenRules, type LintFinding, lintPackage } from '../lint/lint.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import { valueAt } from '../package/json-pointer.ts';
import { writeZip } from '../package/write-zip.ts';
import { actionsSheet } from './actions-sheet.ts';
import { certificationFiles } from './certification-zip.ts';
import { checklist, unconfirmedIn } from './checklist.ts';
import { factsOf, withHost } from './connector-facts.ts';
import { flowSolution } from './flow-solution.ts';
import { identityOf } from './identity.ts';
import { introOf } from './intro.ts';
import { paconnFolder } from './paconn-folder.ts';
import { lintArchive, lintFolder } from './read-back.ts';
import { situationOf } from './situation.ts';
import { solutionVersion, versionOfDefinition } from './solution-version.ts';
import { connectorSolution } from './solution-zip.ts';
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
  /** Details of the layouts that no public source confirms. */
  readonly unconfirmed: readonly string[];
}

/**
 * Packs a connector. The same package and options give the same bytes. Throws USAGE for a host or a version that is none,
 * and for a report about another connector; what is wrong with the package are errors.
 */
export async function pack(given: ConnectorPackage, options: PackOptions = {}): Promise<Packed> {
  const { host, against, verified = [], isAccepted = () => false } = options;
  const connector = host === undefined || isBroken(given) ? given : withHost(given, host);
  const facts = factsOf(connector);
  const version = options.version === undefined ? versionOfDefinition(facts.version) : solutionVersion(options.version);
  for (const report of verified) refuseOther(report, facts.title);
  const all = lintPackage(connector).findings;
  if (host !== undefined) refuseHost(host, all);
  const accepted = all.filter(isAccepted);
  const findings = all.filter((finding) => !accepted.includes(finding));
  const changes = against && lintPackage(connector, chosenRules(['breaking']), against).findings;
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const told = { title: facts.title, version, warnings, changes };
  const refused = (errors: readonly LintFinding[]) => ({
    ...told,
    errors,
    files: new Map(),
    unwritten: [],
    unconfirmed: [],
  });
  if (isBroken(connector)) return refused(all.filter(isError));

  const discovery = discover(connector);
  const identity = identityOf(facts);
  const intro = introOf(connector);
  const situation = situationOf(facts, discovery, identity, intro);
  const called = discovery.actions
    .map(({ operation }) => operation)
    .filter(
      ({ isInternal, pointer }) =>
        !isInternal && valueAt(connector.definition.value, `${pointer}/x-ms-trigger`) === undefined,
    );
  const paconn = paconnFolder(connector);
  const solution = writeZip(connectorSolution(connector, identity, version));
  const flow = flowSolution(connector, called, identity, version);
  const certification = writeZip(
    certificationFiles({ intro: intro.text, connectorSolution: solution, flowSolution: flow }),
  );
  const zips = new Map([
    [`${identity.fileName}_solution.zip`, solution],
    [`${identity.fileName}_certification.zip`, certification],
  ]);

  const readBack = [
    lintFolder('paconn', paconn),
    ...(await Promise.all([...zips].map(([name, bytes]) => lintArchive(name, bytes)))),
  ];
  const errors = distinct(readBack.flat().filter(isError), findings, accepted);
  if (errors.length > 0) return refused(errors);
  const checked = ['paconn', ...zips.keys()];
  const measured = {
    discovery,
    situation,
    version,
    findings,
    accepted: accepted.length,
    readBack: checked,
    verified,
    changes,
  };
  return {
    ...told,
    errors,
    unwritten: intro.unwritten,
    unconfirmed: unconfirmedIn(situation),
    files: new Map<string, string | Uint8Array>([
      ...[...paconn].map(([name, content]) => [`paconn/${name}`, content] as const),
      ...zips,
      ['actions.md', actionsSheet(discovery)],
      ['checklist.md', checklist(measured)],
    ]),
  };
}

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
