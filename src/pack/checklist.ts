/** checklist.md: what was measured, what changes for users, what a person still has to do, and what is not certain. */
import type { Discovery } from '../discovery/discovery.ts';
import type { LintFinding } from '../lint/lint.ts';
import { printableLine } from '../report/printable.ts';
import { actionsToMake, isKnownByIdOnly, knownByIdOnly } from './actions-sheet.ts';
import { agentSection } from './agent-section.ts';
import type { Note } from './api-plugin/api-plugin.ts';
import { findingText } from './finding-text.ts';
import { isPlaceholder } from './left-to-fill-in.ts';
import { unreachableHost } from './public-host.ts';
import type { Situation } from './situation.ts';
import { taskGroups } from './tasks.ts';
import { unconfirmedDetails } from './unconfirmed.ts';
import { isGood, type VerifyResult } from './verify-report.ts';

export interface Measured {
  readonly discovery: Discovery;
  readonly situation: Situation;
  readonly version: string;
  /** What lint says of the package, accepted findings left out. */
  readonly findings: readonly LintFinding[];
  /** How many findings the configuration accepts. */
  readonly accepted: number;
  /** The names of what was opened again and linted without an error. */
  readonly readBack: readonly string[];
  readonly verified: readonly VerifyResult[];
  readonly agent: readonly Note[];
  /** The zip of the app; undefined where none was made. */
  readonly agentZip: string | undefined;
  /** Where something is left to be filled in, each place in a line. */
  readonly unfilled: readonly string[];
  /** What lint says of the change; undefined where nothing was compared. */
  readonly changes: readonly LintFinding[] | undefined;
}

/** A box is ticked for what was seen, and for nothing else. */
interface Box {
  readonly isSeen: boolean;
  readonly text: string;
  readonly details?: readonly string[];
}

export function checklist(measured: Measured): string {
  const { situation, version } = measured;
  const isHere = ({ when }: { readonly when?: (situation: Situation) => boolean }) => when?.(situation) ?? true;
  const sections = [
    `# ${situation.title} ${version}: what is done, and what is left\n\nA ticked box was seen by \`saleskit pack\`. The others are yours. To tick them, copy this file: pack writes it anew, and refuses to where it was changed.`,
    section('Measured', measuredBoxes(measured)),
    ...(measured.changes ? [changesText(measured.changes)] : []),
    ...taskGroups.map(({ title, tasks }) =>
      section(
        title,
        tasks.filter(isHere).map(({ text }) => ({ isSeen: false, text: text(situation) })),
      ),
    ),
    ...(measured.agent.length > 0 ? [agentSection(measured.agent, measured.agentZip)] : []),
    `## Not certain\n\nNo public source confirms these details:\n\n${unconfirmedIn(situation)
      .map((text) => `- ${text}`)
      .join('\n')}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The details that concern this package. */
export function unconfirmedIn(situation: Situation): string[] {
  return unconfirmedDetails.filter(({ when }) => when?.(situation) ?? true).map(({ text }) => text);
}

function section(title: string, boxes: readonly Box[]): string {
  const lines = boxes.flatMap(({ isSeen, text, details = [] }) => [
    `- [${isSeen ? 'x' : ' '}] ${text}`,
    ...details.map((detail) => `  - ${detail}`),
  ]);
  return `## ${title}\n\n${lines.join('\n')}`;
}

function measuredBoxes(measured: Measured): Box[] {
  const { discovery, situation, findings, accepted, readBack, verified, unfilled } = measured;
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity);
  const atHost = findings.filter(({ pointer, severity }) => pointer === '/host' && severity !== 'info');
  const others = of('warning').filter((finding) => !isPlaceholder(finding) && !atHost.includes(finding));
  const unreachable = unreachableHost(situation.host);
  const hostDoubts = atHost.length === 0 && unreachable ? [unreachable] : atHost.map(({ message }) => message);
  const actions = actionsToMake(discovery);
  const lost = actions.filter((action) => !action.invocable || isKnownByIdOnly(action));
  const besides = accepted > 0 ? ` ${counted(accepted, 'finding')} the configuration accepts.` : '';
  return [
    {
      isSeen: of('error').length === 0,
      text: `Lint has no error: ${counted(of('error').length, 'error')}, ${counted(of('warning').length, 'warning')}, ${counted(of('info').length, 'info')}.${besides}`,
      details: of('error').map(findingText),
    },
    {
      isSeen: true,
      text: `Opened again and linted without an error: ${readBack.map((name) => `\`${name}\``).join(', ')}.`,
    },
    {
      isSeen: actions.length > 0 && lost.length === 0,
      text: `Copilot for Sales would invoke every action, by its description (${actions.length - lost.length} of ${actions.length}).`,
      details: lost.map(({ operation, reasons }) => {
        const why = reasons.map(({ message }) => message).join(' ') || knownByIdOnly;
        return printableLine(`\`${operation.operationId ?? operation.pointer}\`: ${why}`);
      }),
    },
    {
      isSeen: others.length === 0,
      text: 'Lint has no warning, apart from those about placeholders and the host, which have the next two boxes.',
      details: others.map(findingText),
    },
    {
      isSeen: unfilled.length === 0,
      text: 'Nothing is left to be filled in.',
      details: unfilled,
    },
    {
      isSeen: situation.host !== '' && hostDoubts.length === 0,
      text:
        situation.host === ''
          ? 'The definition names its host.'
          : `The host, ${situation.host}, looks like the one in production.`,
      details: hostDoubts.map(printableLine),
    },
    {
      isSeen: situation.unwritten.length === 0,
      text: '`intro.md` has all of its sections.',
      details: situation.unwritten.map((name) => `to be written: ${name}`),
    },
    ...(verified.length === 0 ? [notVerified] : verified.map(verifiedBox)),
  ];
}

const notVerified: Box = {
  isSeen: false,
  text: 'The running connector keeps its word: not measured. `saleskit verify PACKAGE --url URL --format json --output verify.json`, then pack with `--verify-report verify.json`.',
};

function verifiedBox(result: VerifyResult): Box {
  const { url, startedAt, checks, isStopped } = result;
  const statuses = Map.groupBy(checks, ({ status }) => status);
  const counts = [...statuses].map(([status, each]) => `${each.length} ${status}`).sort();
  const kinds = new Set(checks.map(({ id }) => id)).size;
  const stopped = isStopped ? ' The run was stopped before its end.' : '';
  return {
    isSeen: isGood(result),
    text: printableLine(
      `The running connector keeps its word, as far as ${counted(kinds, 'check')} could see at ${url}, ${startedAt}: ${counts.join(', ') || 'none ran'}.${stopped}`,
    ),
    details: (statuses.get('fail') ?? []).map(({ id, extensionPoint, message }) =>
      printableLine(`\`${id}\`${extensionPoint === null ? '' : ` (${extensionPoint})`}: ${message}`),
    ),
  };
}

function changesText(changes: readonly LintFinding[]): string {
  const lines = changes.map((change) => `- ${change.severity}: ${findingText(change)}`);
  const nothing = 'Nothing that they have fails or goes, by lint’s rules of breaking changes.';
  return `## What changes for users\n\n${lines.length === 0 ? nothing : lines.join('\n')}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
