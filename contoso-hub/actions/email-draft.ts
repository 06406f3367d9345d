import type { Context, HandlerInput } from 'saleskit/connector';
import type { extensionPoints } from 'saleskit/contract';
import type { Content, Facts, Industry } from '../facts.ts';
import { type Mail, readMail } from '../mail.ts';
import { type Topic, topicsOf } from '../topics.ts';
import { type Wording, wordingIn } from '../wording.ts';
import { labelled } from './activity-item.ts';

/** Files in other languages are offered only where the mail has a word of their title. */
const fallbackLanguage = 'en';

/** What a draft is about, beyond the mail itself. */
interface Setting {
  readonly mail: Mail;
  readonly promptTopics: ReadonlySet<Topic>;
  readonly products: ReadonlySet<string>;
  readonly industries: ReadonlySet<Industry>;
  /** Words of the mail: a file whose title has them is in the mail's language, whatever the reader's. */
  readonly words: readonly string[];
}

/** Email draft: the files of the library that the mail, the prompt, the record and the participants call for, best first. */
export async function emailDraft(
  facts: Facts,
  input: HandlerInput<typeof extensionPoints.emailDraft>,
  context: Context,
) {
  const { resourceData, recordType, recordId, crm, inputPrompt = '' } = input;
  if (crm.type ?? crm.host) await facts.checkConnection(context, crm);
  const mail = readMail(resourceData);
  const [subject, people, library] = await Promise.all([
    recordType && recordId ? facts.subjectOf(context, { type: recordType, id: recordId, crm }) : undefined,
    facts.people(context, mail.participants),
    facts.content(context),
  ]);
  const setting: Setting = {
    mail,
    promptTopics: topicsOf(inputPrompt.slice(0, 1000).toLowerCase()),
    products: new Set(subject?.product ? [subject.product] : []),
    industries: new Set(
      [subject?.industry, ...people.map(({ industry }) => industry)].filter((name) => name !== undefined),
    ),
    words: wordsOf(`${mail.subject} ${mail.body}`),
  };
  const wording = wordingIn(context.language);
  return ranked(library, setting).map((content) => contentItem(content, wording));
}

/** Those of use, best first, the often opened before others. Where the industry or a word of the title is all that fits, it is none. */
function ranked(library: readonly Content[], setting: Setting): Content[] {
  return library
    .map((content) => ({ content, relevance: relevanceOf(content, setting) }))
    .filter(({ relevance }) => relevance >= 2)
    .sort((a, b) => b.relevance - a.relevance || b.content.opened - a.content.opened)
    .map(({ content }) => content);
}

function relevanceOf(content: Content, { mail, promptTopics, products, industries, words }: Setting): number {
  const title = content.title.toLowerCase();
  const isNamed = words.some((word) => title.includes(word));
  if (content.language !== fallbackLanguage && !isNamed) return 0;
  let relevance = isNamed ? 0.5 : 0;
  for (const topic of content.topics as readonly Topic[]) {
    if (promptTopics.has(topic)) relevance += 4;
    if (mail.subjectTopics.has(topic)) relevance += 3;
    if (mail.bodyTopics.has(topic)) relevance += 2;
  }
  for (const product of content.products) {
    const name = product.toLowerCase();
    if (products.has(product) || mail.subject.includes(name) || mail.body.includes(name)) relevance += 2;
  }
  if (content.industries.some((industry) => industries.has(industry))) relevance += 1;
  return relevance;
}

/** The first words of a text in lower case that mean something; of scripts without blanks, pairs of characters. */
function wordsOf(text: string): string[] {
  const begin = text.slice(0, 4000);
  const spaced = begin.match(/\p{L}{5,}/gu) ?? [];
  const dense = [...begin.matchAll(/(?=([\p{Script=Han}\p{Script=Katakana}]{2}))/gu)].map((found) => found[1] ?? '');
  return [...new Set([...dense, ...spaced])].slice(0, 200);
}

function contentItem(content: Content, wording: Wording) {
  const { type, url, title, pages, updatedAt, opened, owner, industries } = content;
  const values = { format: wording.text(type), pages, date: wording.date(updatedAt), opened };
  return {
    contentType: type,
    content: url,
    contentTitle: title,
    contentDescription: wording.text(type === 'content-web' ? 'content.web' : 'content.description', values),
    additionalProperties: labelled(
      [
        ['label.owner', owner],
        ...(type === 'content-web' ? [] : [['label.pages', wording.number(pages)] as const]),
        ['label.timesOpened', wording.number(opened)],
        ...(industries.length > 0
          ? [
              [
                'label.industries',
                wording.list(industries.map((industry) => wording.text(`industry.${industry}`))),
              ] as const,
            ]
          : []),
      ],
      wording,
    ),
  };
}
