/** Every rule, group by group. */
import type { AnyRule } from './rule.ts';
import { actionRules } from './rules/actions.ts';
import { aiRules } from './rules/ai.ts';
import { authenticationRules } from './rules/authentication.ts';
import { breakingRules } from './rules/breaking/breaking.ts';
import { capabilityRules } from './rules/certification/capabilities.ts';
import { dynamicRules } from './rules/certification/dynamic.ts';
import { dynamicParameterRules } from './rules/certification/dynamic-parameters.ts';
import { dynamicTwinRules } from './rules/certification/dynamic-twins.ts';
import { operationCertificationRules } from './rules/certification/operation-rules.ts';
import { pagingRules } from './rules/certification/paging.ts';
import { triggerRules } from './rules/certification/triggers.ts';
import { valueRules } from './rules/certification/values.ts';
import { versionRules } from './rules/certification/versions.ts';
import { webhookRules } from './rules/certification/webhooks.ts';
import { fileRules } from './rules/files.ts';
import { guidelineRules } from './rules/guidelines.ts';
import { packageRules } from './rules/package.ts';
import { propertiesFileRules } from './rules/properties-file.ts';

export const allRules: readonly AnyRule[] = [
  ...guidelineRules,
  ...actionRules,
  ...fileRules,
  ...packageRules,
  ...dynamicRules,
  ...dynamicParameterRules,
  ...dynamicTwinRules,
  ...webhookRules,
  ...triggerRules,
  ...pagingRules,
  ...versionRules,
  ...aiRules,
  ...capabilityRules,
  ...breakingRules,
  ...operationCertificationRules,
  ...authenticationRules,
  ...valueRules,
  ...propertiesFileRules,
];
