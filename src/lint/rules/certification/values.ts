/** The rules about values, theme by theme. */
import type { Rule } from '../../rule.ts';
import { addressRules } from './address.ts';
import { limitRules } from './limits.ts';
import { metadataRules } from './metadata.ts';
import { securityRules } from './security.ts';
import { shapeRules } from './shape.ts';
import { textRules } from './texts.ts';

export const valueRules: readonly Rule[] = [
  ...shapeRules,
  ...limitRules,
  ...textRules,
  ...metadataRules,
  ...addressRules,
  ...securityRules,
];
