/** Checks in words: for the command line, and for the reference pages. */
import { allChecks } from './all-checks.ts';
import { type Check, type CheckGroup, checkGroups } from './check.ts';

const groupTitles: Readonly<Record<CheckGroup, string>> = {
  answers: 'Answers',
  'five-seconds': 'Five seconds',
  paging: 'Paging',
  language: 'Language',
  headers: 'Headers',
  errors: 'Errors',
  robustness: 'Robustness',
  safety: 'Safety',
  consistency: 'Consistency',
};

const groups = () =>
  checkGroups
    .map((group) => ({ group, checks: allChecks.filter((check) => check.group === group) }))
    .filter(({ checks }) => checks.length > 0);

/** Every group that has checks, with a line for each check. */
export function checkList(): string {
  return groups()
    .map(({ group, checks }) => `${group}\n${checks.map(({ id, title }) => `  ${id.padEnd(32)} ${title}\n`).join('')}`)
    .join('\n');
}

/** All that is to be said of a check; undefined where there is none of this id. */
export function explainedCheck(id: string): string | undefined {
  const check = allChecks.find((each) => each.id === id.toLowerCase());
  if (!check) return undefined;
  return `${check.id} (check of verify, ${check.group}, ${scopeWords(check)})
${check.title}

Why: ${check.why}
Source: ${check.source}
Mend: ${check.mend}
`;
}

function scopeWords({ scope }: Check): string {
  return scope === 'action' ? 'once for each extension point and chat skill' : 'once for the connector';
}

/** The reference pages, by their names without extension: one for each group that has checks, and the list of them. */
export function checksPages(): Readonly<Record<string, string>> {
  const pages = groups().map(({ group, checks }) => [group, groupPage(group, checks)] as const);
  return Object.fromEntries([...pages, ['README', listPage()] as const]);
}

function groupPage(group: CheckGroup, checks: readonly Check[]): string {
  return `# ${groupTitles[group]}

\`--checks ${group}\` runs these alone.

${checks.map(section).join('\n')}`;
}

function section(check: Check): string {
  return `## ${check.id}

${prose(check.title)}. Asked ${scopeWords(check)}.

${prose(check.why)}

To mend it: ${prose(check.mend)}

Source: ${prose(check.source)}
`;
}

function listPage(): string {
  const rows = groups().flatMap(({ group, checks }) =>
    checks.map(({ id, title }) => `| [${id}](${group}.md#${id}) | ${groupTitles[group]} | ${prose(title)} |\n`),
  );
  return `# The checks of verify

Each answers pass, fail, advice, not-applicable or could-not-run. \`explain CHECK\` tells the same on the command line.

| Check | Group | Holds where it passes |
| --- | --- | --- |
${rows.join('')}`;
}

/** Words that are no tags and no columns. */
function prose(text: string): string {
  return text.replaceAll('<', '\\<').replaceAll('|', '\\|');
}
