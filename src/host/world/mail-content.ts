/** What can be told of a mail without a model: its newest message, the topics it speaks of, the questions it asks. */
import type { MailData } from './mail.ts';

/** Words that give a topic away, in the languages of the texts; a word stands for all that begin with it. */
const topicWords = {
  contract:
    'contract agreement clause sign lease vertrag unterschr contrato cláusula firma contrat clause signature contratto assinar 契約 合同 签署',
  price:
    'price quote discount budget cost preis angebot rabatt kosten precio presupuesto descuento prix loyer devis remise prezzo sconto preço orçamento 価格 見積 价格 报价',
  delivery: 'deliver shipment liefer entrega livraison transport consegna 納期 搬入 配送 交货 发货',
  technical:
    'technical voltage power kilowatt ampere dimensions technisch technique técnic tecnic specific 技術 仕様 電源 给水 技术 规格',
  service:
    'service maintenance warranty technician wartung techniker garantie mantenimiento técnico entretien panne technicien manutenzione manutenção 保守 故障 维护 保修',
  training: 'training schul formación formation formazione treinamento 研修 培训',
} as const;

export type MailTopic = keyof typeof topicWords;

const unspaced = /\p{Script=Han}|\p{Script=Katakana}/u;
const topicPatterns = Object.entries(topicWords).map(([topic, text]) => {
  const words = text.split(' ').map((word) => (unspaced.test(word) ? word : `(?<!\\p{L})${word}`));
  return [topic as MailTopic, new RegExp(words.join('|'), 'iu')] as const;
});

const longestText = 20_000;
const longestQuestion = 220;
/** Where the quoted part of a thread begins. */
const quoteBegin = /^(?:_{8,}|-{3,} ?\p{L}|(?:>|From:|Von:|De:|Da:|差出人:|发件人:) ?)/mu;

/** The text of a mail, at most its first 20,000 characters; of one in HTML alone, its words. */
export function textOfMail({ plaintextBody, fullHtmlBody = '' }: MailData): string {
  if (plaintextBody) return plaintextBody.slice(0, longestText);
  const words = fullHtmlBody
    .slice(0, 5 * longestText)
    .replace(/<(style|script)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/(?:p|div|li|h\d)>|<br[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ');
  return unescaped(words)
    .replace(/[ \t]+/g, ' ')
    .trim()
    .slice(0, longestText);
}

/** The newest message of the thread: what stands before the first quotation. */
export function newestMessage(mail: MailData): string {
  const text = textOfMail(mail);
  const newest = text.slice(0, quoteBegin.exec(text)?.index).trim();
  return newest || text;
}

/** The texts of a thread, newest first: what follows a rule of underscores, or another mark of quotation, is earlier. */
export function messagesOf(mail: MailData): string[] {
  const text = textOfMail(mail).replace(/\r\n?/g, '\n');
  const newest = newestMessage({ plaintextBody: text });
  const rest = text.slice(text.indexOf(newest) + newest.length);
  return [newest, ...rest.split(/^_{8,}[ \t]*$/m).map((each) => each.trim())].filter((each) => each !== '');
}

/** The subject without what replies and forwards put before it. */
export function bareSubject({ subject = '' }: MailData): string {
  return subject.replace(/^(?:(?:re|aw|sv|fwd?|wg|tr|rv|r|i)\s*[:：]\s*)+/i, '');
}

/** What the newest message and the subject speak of, in the order of the table. */
export function topicsOf(mail: MailData): MailTopic[] {
  const text = `${mail.subject ?? ''}\n${newestMessage(mail)}`;
  return topicPatterns.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic);
}

/** The questions that the newest message asks, in order. */
export function questionsIn(mail: MailData, language = 'en'): string[] {
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(newestMessage(mail))];
  return sentences
    .map(({ segment }) => segment.trim())
    .filter((sentence) => /[?？]$|か。$/u.test(sentence))
    .map((sentence) => (sentence.length > longestQuestion ? `${sentence.slice(0, longestQuestion)}…` : sentence));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function unescaped(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
