/** Every rule, group by group. */
import type { AnyRule } from './rule.ts';
import { actionRules } from './rules/actions.ts';
import { aiRules } from './rules/ai.ts';
import { breakingRules } from './rules/breaking/breaking.ts';
import { dynamicRules } from './rules/certification/dynamic.ts';
import { dynamicParameterRules } from './rules/certification/dynamic-parameters.ts';
import { pagingRules } from './rules/certification/paging.ts';
import { triggerRules } from './rules/certification/triggers.ts';
import { versionRules } from './rules/certification/versions.ts';
import { fileRules } from './rules/files.ts';
import { guidelineRules } from './rules/guidelines.ts';

export const allRules: readonly AnyRule[] = [
  ...guidelineRules,
  ...actionRules,
  ...fileRules,
  ...dynamicRules,
  ...dynamicParameterRules,
  ...triggerRules,
  ...pagingRules,
  ...versionRules,
  ...aiRules,
  ...breakingRules,
];
