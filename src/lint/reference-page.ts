/** Rules in words: for the command line, and for the reference pages. */
import { allRules } from './all-rules.ts';
import { exampleTexts } from './example-texts.ts';
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
  const { good, bad } = exampleTexts(rule);
  return `${rule.id} (${rule.group}, ${rule.severity}${rule.isAssumed ? ', assumed' : ''})
${rule.title}

Why: ${rule.why}
Source: ${rule.source}
${rule.isAssumed ? `${assumed}\n` : ''}
Good, laid over a package without findings:
${indented(good)}

Bad:
${indented(bad)}
`;
}

const assumed = 'Assumed: the threshold or list behind it is not published.';

/** The reference page of a group; undefined where it has no rules. */
export function rulesPage(group: RuleGroup): string | undefined {
  const rules = explainedRules.filter((rule) => rule.group === group);
  if (rules.length === 0) return undefined;
  return `# ${groupTitles[group]}

\`--rules ${group}\` runs these alone. Examples are fragments, laid over a package without findings; null takes away, … stands for what is left out, first of all what good and bad share.

${rules.map(ruleSection).join('\n')}`;
}

function ruleSection(rule: ExplainedRule): string {
  const { good, bad } = exampleTexts(rule);
  return `## ${rule.id}

${prose(rule.title)}. **${rule.severity}**${rule.isAssumed ? ' (assumed: the threshold or list behind it is not published)' : ''}

${prose(rule.why)}

Source: ${prose(rule.source)}
${good === '{}' ? '' : `\nGood:\n\n${fenced(good)}\n`}
Bad:

${fenced(bad)}
`;
}

/** Words that are no tags of HTML. */
function prose(text: string): string {
  return text.replaceAll('<', '\\<');
}

function fenced(text: string): string {
  return `\`\`\`json\n${text}\n\`\`\``;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
