import type { LintedFinding, LintView, MendedFile } from '../../../host/api/api-types.ts';

const file = '/home/kim/quotes/package/apiDefinition.swagger.json';

/** About one action, and safe to mend. */
export const loosely: LintedFinding = {
  rule: 'action-description-exact',
  severity: 'warning',
  message: 'The description differs from the documented one in its full stop.',
  file,
  line: 12,
  column: 9,
  pointer: '/paths/~1sales-highlights/get/description',
  fixable: true,
  title: 'The description of an action is the documented one, to the letter',
  why: 'Copilot for Sales finds the action by it.',
  source: 'G2',
  concerns: ['/paths/~1sales-highlights/get'],
};

/** Two findings: one of an action, to be mended, and one of the package as a whole. */
export const twoFindings: LintView = {
  isMendable: true,
  findings: [
    loosely,
    {
      rule: 'icon-missing',
      severity: 'info',
      message: 'There is no icon.png.',
      file,
      fixable: false,
      title: 'A package has an icon',
      why: 'Sellers know it by that.',
      source: 'Certification',
      concerns: [],
    },
  ],
};

/** What the button changed. */
export const mendedDefinition: MendedFile = {
  file,
  findings: [loosely],
  changes: [{ line: 12, before: ['  "description": "gets it"'], after: ['  "description": "Gets it."'] }],
};
