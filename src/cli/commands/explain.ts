/** What a rule of lint is about. */
import { CodedError } from '../../core/coded-error.ts';
import { nearestName } from '../../discovery/discovery.ts';
import { allRules, explainedRule, ruleList } from '../../lint/lint.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';

export const usage = `What a rule of lint is about: why, where it is written, and an example of good and bad.

  npm run -s saleskit -- explain [RULE…]

Without a rule, all rules by their groups.
`;

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(args, { help: { type: 'boolean', short: 'h' } });
  process.stdout.write(given.help ? usage : positionals.length === 0 ? ruleList() : explained(positionals));
  return 0;
};

function explained(ids: readonly string[]): string {
  return ids
    .map((id) => {
      const text = explainedRule(id);
      if (text) return text;
      const nearest = nearestName(
        id,
        allRules.map((rule) => rule.id),
      );
      const hint = nearest ? `Is ${nearest} meant?` : 'explain without a rule lists them all.';
      throw new CodedError('USAGE', `There is no rule "${id}". ${hint}`);
    })
    .join('\n');
}
