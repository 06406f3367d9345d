/** How the tables of certification rules become rules: what all of them have in common is written once. */
import type { Rule } from '../../rule.ts';

/** A certification rule as it stands in a table. */
export type Declared = Omit<Rule, 'group' | 'source'> & {
  /** How many of 1,012 published connectors break it, where that was counted. */
  readonly published?: number;
  readonly source?: string;
};

/** Rules that Microsoft's validator has, by its names. */
export function validatorRules(declared: readonly Declared[]): readonly Rule[] {
  return declared.map(({ published, ...rule }) => ({
    source: `“Fix Swagger Validator errors”, Microsoft Learn, September 2022: ${rule.id}`,
    ...rule,
    group: 'certification',
    why: rule.why + figure(published),
  }));
}

/** Rules that stand elsewhere in the documentation of certification. */
export function furtherRules(source: string, declared: readonly Declared[]): readonly Rule[] {
  return validatorRules(declared.map((rule) => ({ source, ...rule })));
}

function figure(published: number | undefined): string {
  if (published === undefined) return '';
  return ` Of 1,012 published connectors ${published || 'none'} ${published > 1 ? 'break' : 'breaks'} it.`;
}
