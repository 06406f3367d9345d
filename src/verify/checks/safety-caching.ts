import { actionCheck } from '../check.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { advice, pass } from '../verdict.ts';

export const safetyCaching = actionCheck({
  id: 'safety-caching',
  group: 'safety',
  title: 'Answers about people are kept by no cache on the way',
  why: 'What a proxy keeps it may give to the next who asks, who may be somebody else.',
  source: 'RFC 9111, 5.2.2: no-store, private',
  mend: 'Answer Cache-Control: no-store, or private.',
  async run(subject) {
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const written = usual.answer.headers['cache-control'];
    if (/\b(no-store|private)\b/i.test(written ?? '')) return pass(`Cache-Control: ${written}`, usual);
    return advice(
      written === undefined
        ? 'The answer has no Cache-Control.'
        : `Cache-Control: ${written} lets caches on the way keep the answer.`,
      usual,
    );
  },
});
