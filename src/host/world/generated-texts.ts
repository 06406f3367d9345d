/** The texts that the real product has a model write, from templates in eight languages. See text-writer.ts for a model. */
import type { CrmActivity, CrmRecord } from './crm-record.ts';
import { type Mail, nameOf } from './mail.ts';
import { bareSubject, questionsIn, topicsOf } from './mail-content.ts';
import { stageText } from './record-fields.ts';
import type { Seller } from './seller.ts';
import { textCatalogues, type Words, wordsIn } from './words-in.ts';

/** One link that a connector offers for a draft. */
export interface DraftLink {
  readonly title: string;
  readonly url: string;
  readonly description?: string;
  /** The connector's contentType, such as content-pdf. */
  readonly type?: string;
  readonly iconUrl?: string;
}

/** A paragraph of a draft: texts and links in turn. */
export type DraftParagraph = readonly (string | DraftLink)[];

/** Something that the CRM remembers, as a bullet of "Latest activity" and its citation card. */
export interface LatestActivity {
  readonly title: string;
  readonly text: string;
  /** ISO 8601. */
  readonly dateTime: string;
}

/** The Opportunity summary card, as far as the CRM fills it. */
export interface RecordSummary {
  readonly text: string;
  /** Latest first. */
  readonly latestActivity: readonly LatestActivity[];
}

/** What a draft answers. */
export interface DraftSituation {
  readonly mail: Mail;
  readonly seller: Seller;
  /** The user's language, for a mail whose own is not known. */
  readonly language: string;
  readonly links: readonly DraftLink[];
  /** One of `suggestedPrompts`, or any other, which a template passes over. */
  readonly inputPrompt?: string;
}

/** The sentences of "Summary by Copilot", in the user's language; questions are quoted in the mail's. What is not known is left out. */
export function mailSummary(mail: Mail, language: string): string[] {
  const words = wordsIn(language);
  const sender = mail.from && nameOf(mail, mail.from);
  const names = (addresses: readonly string[] = []) => words.list(addresses.map((address) => nameOf(mail, address)));
  const topics = topicsOf(mail).map((topic) => words.text(`topic.${topic}`));
  const questions = questionsIn(mail, mail.language).slice(0, 2);
  const date = mail.sentDateTime && words.day(mail.sentDateTime);
  const subject = bareSubject(mail);
  return [
    ...(sender ? [words.text('summary.from', { sender, receivers: names(mail.to), date, subject })] : []),
    ...(!sender && subject ? [words.text('summary.subject', { subject })] : []),
    ...(mail.cc?.length ? [words.text('summary.copies', { names: names(mail.cc) })] : []),
    ...(topics.length > 0 ? [words.text('summary.topics', { topics: words.list(topics) })] : []),
    ...questions.map((question) => words.text(sender ? 'summary.question' : 'summary.asked', { sender, question })),
    ...(questions.length === 0 ? [words.text('summary.noQuestion')] : []),
  ];
}

/** The prompts that the pane offers while drafting. */
export function suggestedPrompts(language: string): string[] {
  const words = wordsIn(language);
  return promptKinds.map((kind) => words.text(`prompt.${kind}`));
}

/** A reply in the mail's language, with the links woven in where there are any. */
export function draftReply({ mail, seller, language, links, inputPrompt }: DraftSituation): DraftParagraph[] {
  const words = wordsIn(mail.language ?? language);
  const name = nameOf(mail, mail.from ?? '');
  const topics = topicsOf(mail).map((topic) => words.text(`topic.${topic}`));
  const thanks = [
    words.text(`draft.${promptKindOf(inputPrompt)}`, { subject: bareSubject(mail) }),
    ...(topics.length > 0 ? [words.text('draft.topics', { topics: words.list(topics) })] : []),
  ];
  const greeting = words.text('draft.greeting', { name, firstName: name.split(' ')[0] });
  const meeting = words.text('draft.meeting');
  return [
    ...(greeting ? [[greeting]] : []),
    [words.sentences(thanks)],
    links.length > 0 ? linkParagraph(links, words, meeting) : [meeting],
    [words.text('draft.closing')],
    [`${words.text('draft.regards')}\n${seller.name}`],
  ];
}

/** The sentence that offers the links, with the links in it, after another sentence where there is one. */
export function linkParagraph(links: readonly DraftLink[], words: Words, lead?: string): DraftParagraph {
  const offer = words.text('draft.links', { links: '\uE000' });
  const [before = '', after = ''] = (lead ? words.sentences([lead, offer]) : offer).split('\uE000');
  return [before, ...links.flatMap((link, index) => (index === 0 ? [link] : [', ', link])), after];
}

/** The text of the Opportunity summary card from what the CRM has, and its latest activity. */
export function recordSummary(record: CrmRecord, language: string): RecordSummary {
  const words = wordsIn(language);
  const { openedOn, closesOn, amount, currency = 'USD', stage, contact } = record.fields;
  const { name, account } = record;
  const sentences = [
    openedOn && account && words.text('record.opened', { record: name, account, date: words.day(openedOn) }),
    openedOn && !account && words.text('record.openedAlone', { record: name, date: words.day(openedOn) }),
    !openedOn && account && words.text('record.of', { record: name, account }),
    amount !== undefined && words.text('record.amount', { amount: words.money(amount, currency) }),
    closesOn && words.text('record.closes', { date: words.day(closesOn) }),
    stage && words.text('record.stage', { stage: stageText(stage, words) }),
    contact && words.text('record.contact', { contact }),
  ].filter((sentence): sentence is string => typeof sentence === 'string' && sentence !== '');
  return {
    text: sentences.length > 0 ? words.sentences(sentences) : words.text('record.unknown', { record: name }),
    latestActivity: (record.activities ?? []).map((activity) => latestActivity(activity, words)),
  };
}

function latestActivity({ kind, by, with: partner, on }: CrmActivity, words: Words): LatestActivity {
  return {
    title: words.text(`activity.${kind}.title`),
    text: words.text(`activity.${kind}`, { by, with: partner, date: words.day(on) }),
    dateTime: on,
  };
}

const promptKinds = ['inquiry', 'concern', 'proposal'] as const;

/** Which of the suggested prompts this is, in whatever language. */
function promptKindOf(inputPrompt = ''): (typeof promptKinds)[number] {
  const wanted = inputPrompt.trim().toLowerCase();
  const isMeant = (kind: (typeof promptKinds)[number]) =>
    Object.values(textCatalogues).some((texts) => texts[`prompt.${kind}`].toLowerCase() === wanted);
  return promptKinds.find(isMeant) ?? 'inquiry';
}
