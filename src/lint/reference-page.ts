/** Rules in words: for the command line, and for the reference pages. */
import { allRules } from './all-rules.ts';
import { type AnyRule, type RuleGroup, ruleGroups } from './rule.ts';

const groupTitles: Readonly<Record<RuleGroup, string>> = {
  guidelines: 'The guidelines of the sample connector',
  'extension-points': 'Extension points',
  authentication: 'Authentication',
  package: 'Files and archives of a package',
  certification: 'Certification, by Microsoft’s names',
  breaking: 'Breaking changes',
};
const mostLines = 40;
const longestText = 160;

/** Every group that has rules, with a line for each rule. */
export function ruleList(): string {
  return ruleGroups
    .map((group) => ({ group, rules: allRules.filter((rule) => rule.group === group) }))
    .filter(({ rules }) => rules.length > 0)
    .map(({ group, rules }) => `${group}\n${rules.map(listed).join('')}`)
    .join('\n');
}

function listed({ id, severity, title }: AnyRule): string {
  return `  ${id.padEnd(36)} ${severity.padEnd(7)} ${title}\n`;
}

/** All that is to be said of a rule; undefined where there is none of this id. */
export function explainedRule(id: string): string | undefined {
  const rule = allRules.find((each) => each.id.toLowerCase() === id.toLowerCase());
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
  const rules = allRules.filter((rule) => rule.group === group);
  if (rules.length === 0) return undefined;
  return `# ${groupTitles[group]}

\`--rules ${group}\` runs these alone. Examples are fragments, laid over a package without findings; null takes away.

${rules.map(ruleSection).join('\n')}`;
}

function ruleSection(rule: AnyRule): string {
  return `## ${rule.id}

${rule.title}. **${rule.severity}**${rule.isAssumed ? ' (assumed: the threshold or list behind it is not published)' : ''}

${rule.why}

Source: ${rule.source}

Good:

${fenced(sampleText(rule.good))}

Bad:

${fenced(sampleText(rule.bad))}
`;
}

function fenced(text: string): string {
  return `\`\`\`json\n${text}\n\`\`\``;
}

/** A fragment as JSON; long texts and long fragments are cut. */
function sampleText(sample: AnyRule['good']): string {
  const lines = JSON.stringify(sample, (_key, value: unknown) => shortened(value), 2).split('\n');
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'].join('\n') : lines.join('\n');
}

function shortened(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= longestText) return value;
  return `${value.slice(0, longestText)}… (${value.length} characters)`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
