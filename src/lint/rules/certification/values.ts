/** The rules about values, theme by theme. */
import type { Rule } from '../../rule.ts';
import { shapeRules } from './shape.ts';

export const valueRules: readonly Rule[] = [...shapeRules];
