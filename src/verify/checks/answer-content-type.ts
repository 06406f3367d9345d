import { actionCheck } from '../check.ts';
import { whyUnseen } from '../seen-answers.ts';
import { advice, fail, pass } from '../verdict.ts';

export const answerContentType = actionCheck({
  id: 'answer-content-type',
  group: 'answers',
  title: 'Answers are JSON and say so',
  why: 'The Power Platform gateway reads an answer by its Content-Type; what is no JSON is shown to nobody.',
  source: "RFC 9110, 8.3; RFC 8259; the definition's produces",
  mend: 'Send JSON in UTF-8 without a byte order mark, with Content-Type: application/json; what Content-Encoding says must hold.',
  async run(subject) {
    const answered = subject.surveyed.map(({ exchange }) => exchange).filter(({ isAnswered }) => isAnswered);
    if (answered.length === 0) return whyUnseen(subject);
    for (const exchange of answered) {
      const { body, headers, bodyProblem } = exchange.answer;
      const type = headers['content-type'] ?? '';
      if (bodyProblem) return fail(bodyProblem, exchange);
      if (body.trim() === '') return fail(`Status ${exchange.status} came with an empty body.`, exchange);
      if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type))
        return fail(`Content-Type is ${type === '' ? 'missing' : `"${type}"`}, not application/json.`, exchange);
      const [, charset] = /charset="?([\w-]+)/i.exec(type) ?? [];
      if (charset && !/^utf-?8$/i.test(charset)) return fail(`The charset is ${charset}, not utf-8.`, exchange);
      if (exchange.json === undefined)
        return fail(`The body is no JSON; it begins ${JSON.stringify(body.trim().slice(0, 40))}.`, exchange);
    }
    const marked = answered.find(({ answer }) => answer.body.startsWith('\ufeff'));
    return marked
      ? advice('The answer begins with a byte order mark, at which readers may break.', marked)
      : pass(answered[0]?.answer.headers['content-type'] ?? '', answered[0]);
  },
});
