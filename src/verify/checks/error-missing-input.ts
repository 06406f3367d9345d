import { actionCheck } from '../check.ts';
import { judgeOpenCases } from '../open-cases.ts';
import { missingInputs } from '../provoked.ts';
import { notApplicable } from '../verdict.ts';

export const errorMissingInput = actionCheck({
  id: 'error-missing-input',
  group: 'errors',
  title: 'A call without a required input is refused with 4xx, or answered',
  why: 'An internal error for what a caller forgot is taken for an outage, and tells nobody what to mend.',
  source: 'api-error-responses; the documentation leaves this case open',
  mend: 'Check inputs before they are used: 400 with the error body where a required one is absent.',
  run: async (subject) => {
    const provocations = missingInputs(subject);
    return provocations.length > 0
      ? judgeOpenCases(subject, provocations)
      : notApplicable('The action has no required input.');
  },
});
