/** Rules in words: for the command line, and for the reference pages. */
import { allRules } from './all-rules.ts';
import { type RuleGroup, ruleGroups } from './rule.ts';
import { type ExplainedRule, suppressionUnused } from './rules/suppressions.ts';

const groupTitles: Readonly<Record<RuleGroup, string>> = {
  guidelines: 'The guidelines of the sample connector',
  'extension-points': 'Extension points',
  authentication: 'Authentication',
  package: 'Files and archives of a package',
  certification: 'Certification, by Microsoft’s names',
  breaking: 'Breaking changes',
};
/** Every id that a finding can have. */
export const explainedRules: readonly ExplainedRule[] = [...allRules, suppressionUnused];

const mostLines = 24;
const longestLine = 110;
const longestText = 160;

/** Every group that has rules, with a line for each rule. */
export function ruleList(): string {
  return ruleGroups
    .map((group) => ({ group, rules: explainedRules.filter((rule) => rule.group === group) }))
    .filter(({ rules }) => rules.length > 0)
    .map(({ group, rules }) => `${group}\n${rules.map(listed).join('')}`)
    .join('\n');
}

function listed({ id, severity, title }: ExplainedRule): string {
  return `  ${id.padEnd(36)} ${severity.padEnd(7)} ${title}\n`;
}

/** All that is to be said of a rule; undefined where there is none of this id. */
export function explainedRule(id: string): string | undefined {
  const rule = explainedRules.find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (!rule) return undefined;
  return `${rule.id} (${rule.group}, ${rule.severity}${rule.isAssumed ? ', assumed' : ''})
${rule.title}

Why: ${rule.why}
Source: ${rule.source}
${rule.isAssumed ? `${assumed}\n` : ''}
Good, laid over a package without findings:
${indented(sampleText(rule.good))}

Bad:
${indented(sampleText(rule.bad))}
`;
}

const assumed = 'Assumed: the threshold or list behind it is not published.';

/** The reference page of a group; undefined where it has no rules. */
export function rulesPage(group: RuleGroup): string | undefined {
  const rules = explainedRules.filter((rule) => rule.group === group);
  if (rules.length === 0) return undefined;
  return `# ${groupTitles[group]}

\`--rules ${group}\` runs these alone. Examples are fragments, laid over a package without findings; null takes away.

${rules.map(ruleSection).join('\n')}`;
}

function ruleSection(rule: ExplainedRule): string {
  const good = sampleText(rule.good);
  return `## ${rule.id}

${prose(rule.title)}. **${rule.severity}**${rule.isAssumed ? ' (assumed: the threshold or list behind it is not published)' : ''}

${prose(rule.why)}

Source: ${prose(rule.source)}
${good === '{}' ? '' : `\nGood:\n\n${fenced(good)}\n`}
Bad:

${fenced(sampleText(rule.bad))}
`;
}

/** Words that are no tags of HTML. */
function prose(text: string): string {
  return text.replaceAll('<', '\\<');
}

function fenced(text: string): string {
  return `\`\`\`json\n${text}\n\`\`\``;
}

/** A fragment as JSON; what fits on a line stands on one, long texts and long fragments are cut. */
function sampleText(sample: object): string {
  const lines = jsonText(sample, '').split('\n');
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'].join('\n') : lines.join('\n');
}

function jsonText(value: unknown, indent: string): string {
  const short = shortened(value);
  const line = JSON.stringify(short, null, 1).replaceAll(/\n\s*/g, ' ');
  if (typeof short !== 'object' || short === null || indent.length + line.length <= longestLine) return line;
  const inner = `${indent}  `;
  const members = Array.isArray(short)
    ? short.map((each) => jsonText(each, inner))
    : Object.entries(short)
        .filter(([, each]) => each !== undefined)
        .map(([name, each]) => `${JSON.stringify(name)}: ${jsonText(each, inner)}`);
  const [open, close] = Array.isArray(short) ? '[]' : '{}';
  return `${open}\n${members.map((each) => inner + each).join(',\n')}\n${indent}${close}`;
}

function shortened(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= longestText) return value;
  return `${value.slice(0, longestText)}… (${value.length} characters)`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
