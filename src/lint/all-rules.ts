/** Every rule, group by group. */
import type { Rule } from './rule.ts';
import { actionRules } from './rules/actions.ts';
import { authenticationRules } from './rules/authentication.ts';
import { valueRules } from './rules/certification/values.ts';
import { fileRules } from './rules/files.ts';
import { guidelineRules } from './rules/guidelines.ts';
import { propertiesFileRules } from './rules/properties-file.ts';

export const allRules: readonly Rule[] = [
  ...guidelineRules,
  ...actionRules,
  ...authenticationRules,
  ...fileRules,
  ...valueRules,
  ...propertiesFileRules,
];
