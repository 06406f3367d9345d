/** What a rule of lint or a check of verify is about. */
import { CodedError } from '../../core/coded-error.ts';
import { nearestName } from '../../discovery/discovery.ts';
import { explainedRule, explainedRules, ruleList } from '../../lint/lint.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';

export const usage = `What a rule of lint or a check of verify is about: why, where it is written, and how to mend it; of a rule also an
example of good and bad.

  npm run -s saleskit -- explain [RULE|CHECK…]

Without a name, all rules and checks by their groups.
`;

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(args, { help: { type: 'boolean', short: 'h' } });
  if (given.help) process.stdout.write(usage);
  else process.stdout.write(positionals.length === 0 ? await list() : await explained(positionals));
  return 0;
};

/** Checks come with the host: they are loaded where a name is none of a rule. */
const checks = () => import('../../verify/verify.ts');

async function list(): Promise<string> {
  const { checkList } = await checks();
  return `${ruleList()}\nChecks of verify\n\n${checkList()}`;
}

async function explained(ids: readonly string[]): Promise<string> {
  const texts: string[] = [];
  for (const id of ids) texts.push(explainedRule(id) ?? (await explainedOfVerify(id)));
  return texts.join('\n');
}

async function explainedOfVerify(id: string): Promise<string> {
  const { allChecks, explainedCheck } = await checks();
  const text = explainedCheck(id);
  if (text) return text;
  const nearest = nearestName(
    id,
    [...explainedRules, ...allChecks].map((each) => each.id),
  );
  const hint = nearest ? `Is ${nearest} meant?` : 'explain without a name lists them all.';
  throw new CodedError('USAGE', `There is no rule and no check "${id}". ${hint}`);
}
