/** What is told of a configuration. It is no rule about packages, so that none checks it. */
import type { AnyRule } from '../rule.ts';

/** A rule in words, with or without a check over packages. */
export type ExplainedRule = Pick<AnyRule, 'id' | 'group' | 'severity' | 'title' | 'why' | 'source' | 'isAssumed'> & {
  readonly good: object;
  readonly bad: object;
};

const reason = 'The brand guide asks for the large logo.';
const configuration = (rule: string) => ({ 'saleskit.config.json': { lint: { suppress: [{ rule, reason }] } } });

export const suppressionUnused: ExplainedRule = {
  id: 'suppression-unused',
  group: 'package',
  severity: 'info',
  title: 'A suppression suppresses something',
  why: 'What it was for has been mended, or was never there: it would hide the next finding of its rule. It is told where its rule ran and its path was linted.',
  source: 'lint.suppress of saleskit.config.json',
  good: {},
  bad: configuration('icon-logo-size'),
};
