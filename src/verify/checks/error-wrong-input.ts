import { actionCheck } from '../check.ts';
import { judgeOpenCases } from '../open-cases.ts';
import { wrongInputs } from '../provoked.ts';
import { notApplicable } from '../verdict.ts';

export const errorWrongInput = actionCheck({
  id: 'error-wrong-input',
  group: 'errors',
  title: 'An input of a wrong type is refused with 4xx, or answered all the same',
  why: 'What does not fit ends in an internal error deep within, or worse in a query.',
  source: 'api-error-responses; guideline G4; the documentation leaves this case open',
  mend: 'Check the types of inputs before they are used: 400 with the error body where one does not fit.',
  run: async (subject) => {
    const provocations = wrongInputs(subject);
    return provocations.length > 0
      ? judgeOpenCases(subject, provocations)
      : notApplicable('All inputs of the action are texts.');
  },
});
