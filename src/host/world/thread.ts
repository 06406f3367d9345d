import type { RecordKey } from './crm-record.ts';
import type { Mail } from './mail.ts';
import { type Moment, timeOf } from './moment.ts';

/** Somebody who writes or gets mails. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** One message of a thread. */
export interface ThreadMessage {
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc?: readonly Person[];
  readonly sent: Moment;
  readonly paragraphs: readonly string[];
}

/** A thread as it is written by hand: the newest message first, the others quoted below it. */
export interface Thread {
  readonly id: string;
  readonly language: keyof typeof quoteLabels;
  readonly subject: string;
  readonly related: readonly RecordKey[];
  readonly tenant: string;
  readonly messages: readonly [ThreadMessage, ...ThreadMessage[]];
}

/** What mail programs write above a quoted message: from, sent, to, copies, subject, and before the subject of a reply. */
const quoteLabels = {
  en: ['From', 'Sent', 'To', 'Cc', 'Subject', 'Re: '],
  de: ['Von', 'Gesendet', 'An', 'Cc', 'Betreff', 'AW: '],
  es: ['De', 'Enviado', 'Para', 'Cc', 'Asunto', 'RE: '],
  fr: ['De', 'Envoyé', 'À', 'Cc', 'Objet', 'RE: '],
  ja: ['差出人', '送信日時', '宛先', 'Cc', '件名', 'Re: '],
} as const;

const rule = '_'.repeat(32);

/** The thread as one mail, its times counted from `today`. */
export function mailOfThread(thread: Thread, today: number): Mail {
  const { id, language, related, tenant, messages } = thread;
  const [newest, ...quoted] = messages;
  const prefix = quoted.length > 0 ? quoteLabels[language][5] : '';
  const people = messages.flatMap(({ from, to, cc = [] }) => [from, ...to, ...cc]);
  const headsOf = (message: ThreadMessage) => quoteHeads(thread, message, today);
  return {
    id,
    language,
    related: related.map(({ type, ids }) => ({ type, ids })),
    tenant,
    names: Object.fromEntries(people.map(({ name, email }) => [email, name])),
    subject: prefix + thread.subject,
    from: newest.from.email,
    to: newest.to.map(({ email }) => email),
    cc: (newest.cc ?? []).map(({ email }) => email),
    bcc: [],
    sentDateTime: timeOf(newest.sent, today),
    messageId: `<${id}-${messages.length}@${newest.from.email.split('@')[1]}>`,
    conversationId: `AAQk${Buffer.from(`saleskit ${id}`).toString('base64url')}`,
    plaintextBody: [
      newest.paragraphs.join('\n\n'),
      ...quoted.map((message) => {
        const heads = headsOf(message).map(([label, value]) => `${label}: ${value}`);
        return [rule, heads.join('\n'), '', message.paragraphs.join('\n\n')].join('\n');
      }),
    ].join('\n\n'),
    fullHtmlBody: htmlOf(language, [
      newest.paragraphs.map(paragraph).join(''),
      ...quoted.map((message) => {
        const heads = headsOf(message).map(([label, value]) => `<b>${escaped(label)}:</b> ${escaped(value)}`);
        return `<hr><p>${heads.join('<br>')}</p>${message.paragraphs.map(paragraph).join('')}`;
      }),
    ]),
  };
}

function quoteHeads({ language, subject }: Thread, { from, to, cc = [], sent }: ThreadMessage, today: number) {
  const [fromLabel, sentLabel, toLabel, ccLabel, subjectLabel] = quoteLabels[language];
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
  const named = (people: readonly Person[]) => people.map(({ name, email }) => `${name} <${email}>`).join('; ');
  return [
    [fromLabel, named([from])],
    [sentLabel, time.format(Date.parse(timeOf(sent, today)))],
    [toLabel, named(to)],
    ...(cc.length > 0 ? [[ccLabel, named(cc)] as const] : []),
    [subjectLabel, subject],
  ] as const;
}

function htmlOf(language: string, parts: readonly string[]): string {
  return `<html lang="${language}"><head><meta charset="utf-8"></head><body>${parts.join('')}</body></html>`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
