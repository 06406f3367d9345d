/** The rules about what belongs to a definition: files of the folder, and archives. */
import type { Rule } from '../rule.ts';
import { archiveRules } from './archives.ts';
import { folderRules } from './folder.ts';
import { iconRules } from './icon.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { readmeRules } from './readme.ts';
import { scriptRules } from './script.ts';
import { settingsRules } from './settings.ts';
import { solutionRules } from './solutions.ts';
import { submissionRules } from './submissions.ts';

export const packageRules: readonly Rule[] = [
  ...folderRules,
  placeholderLeft,
  ...readmeRules,
  ...iconRules,
  ...scriptRules,
  ...settingsRules,
  ...archiveRules,
  ...solutionRules,
  ...submissionRules,
];
