import { checkShown } from '../../host/host.ts';
import { actionCheck } from '../check.ts';
import { whyUnseen } from '../seen-answers.ts';
import { advice, fail, pass } from '../verdict.ts';

export const answerEnvelope = actionCheck({
  id: 'answer-envelope',
  group: 'answers',
  title: 'The items stand in the list that the documentation names',
  why: 'The host reads the items from that list and nowhere else: without it the card stays empty.',
  source: "the extension point's page, Response; extend-m365-chat.md",
  mend: 'Answer { "value": [ … ], "hasMoreResults": false }, a chat skill { "adaptiveCards": [ … ] }, also where nothing is found.',
  async run(subject) {
    const read = subject.surveyed.filter(({ exchange }) => exchange.isAnswered && exchange.json !== undefined);
    if (read.length === 0) return whyUnseen(subject);
    for (const { about, exchange } of read) {
      const { findings } = checkShown(subject.action, exchange.json);
      const broken = findings.find(({ rule }) => rule === 'answer-envelope' || rule === 'answer-envelope-case');
      if (broken) return fail(`${broken.message} Asked about ${about}.`, exchange);
      const plain = findings.find(({ rule }) => rule === 'chat-without-cards');
      if (plain) return advice(plain.message, exchange);
    }
    return pass(`${read.length} ${read.length === 1 ? 'answer' : 'answers'}`, read[0]?.exchange);
  },
});
