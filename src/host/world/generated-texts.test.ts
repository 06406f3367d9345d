import { describe, expect, test } from 'vitest';
import { draftReply, mailSummary, recordSummary, suggestedPrompts } from './generated-texts.ts';
import type { Mail } from './mail.ts';
import { bareSubject, newestMessage, questionsIn, topicsOf } from './mail-content.ts';
import { shownFields } from './record-fields.ts';
import { sellerLanguages } from './seller.ts';
import { en, type TextKey } from './texts/en.ts';
import { textCatalogues, textLanguageOf } from './words-in.ts';
import { sellersWorld } from './world.ts';
import { worldRecordKeys } from './world-records.ts';

const world = sellersWorld(Date.UTC(2026, 2, 14, 15));
const [seller] = world.sellers;
const mailNamed = (id: string) => {
  const mail = world.mailOf(id);
  if (!mail || !seller) throw new Error(`The sample lacks ${id}.`);
  return { mail, seller };
};
const automatic = world.recordOf('opportunity', worldRecordKeys.automatic.ids.Dynamics365, 'Dynamics365');
if (!automatic) throw new Error('The sample lacks its opportunity.');
const links = [
  { title: 'Purchase Contract', url: 'https://a.example' },
  { title: 'Strategy Planning', url: 'https://b.example' },
];
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();

test.each(Object.entries(textCatalogues))('%s has the placeholders of English, and only those', (_, texts) => {
  for (const [key, text] of Object.entries(en)) {
    const own = placeholders(texts[key as TextKey]).map((each) => each.replace('{firstName}', '{name}'));
    expect(own, key).toEqual(placeholders(text).map((each) => each.replace('{firstName}', '{name}')));
  }
});

test.each([
  ['fr-CA', 'fr'],
  ['pt-PT', 'pt-BR'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'en'],
  ['xx', 'en'],
  ['', 'en'],
  ['not a tag', 'en'],
])('"%s" reads %s', (tag, language) => {
  expect(textLanguageOf(tag)).toBe(language);
});

test('a seller can choose each language of the texts', () => {
  expect(sellerLanguages.map(textLanguageOf)).toEqual(Object.keys(textCatalogues));
});

test('a mail is summarized: who wrote, about what, and what is asked', () => {
  expect(mailSummary(mailNamed('framework-agreement').mail, 'en-US')).toEqual([
    'Alberto Burgos wrote to Kenny Smith on March 13, 2026 about “Framework agreement 50 Cafe A-100 Automatic”.',
    'Tony Benis and Mona Kane received a copy.',
    'The mail is about the contract, the price, the delivery, and service and maintenance.',
    'Alberto Burgos asks: “Could you have that changed?”',
    'Alberto Burgos asks: “Is that delivery date still realistic if we sign by the end of next week?”',
  ]);
});

describe.each(Object.keys(textCatalogues))('in %s', (language) => {
  test('nothing is left open in any text', () => {
    const texts = [
      ...world.mails.flatMap((mail) => mailSummary(mail, language)),
      ...world.records.flatMap((record) => {
        const { text, latestActivity } = recordSummary(record, language);
        return [text, ...latestActivity.map((activity) => `${activity.title}: ${activity.text}`)];
      }),
      ...world.records.flatMap((record) => shownFields(record, language).map(({ label, value }) => label + value)),
      ...world.mails.flatMap((mail) =>
        draftReply({ ...mailNamed(mail.id), mail: { ...mail, language }, language, links }).flat(),
      ),
    ].map((part) => (typeof part === 'string' ? part : part.title));
    for (const text of texts) expect(text).toMatch(/^(?!.*(?:[{}\uE000]|undefined|NaN|Invalid)).*\S/su);
  });
});

test('a draft is written in the mail’s language, with the links in it', () => {
  const draft = draftReply({ ...mailNamed('rental-agreement'), language: 'en-US', links });
  expect(draft[0]).toEqual(['Bonjour Cacilia,']);
  expect(draft[2]?.slice(1)).toEqual([links[0], ', ', links[1], '.']);
  expect(draft.at(-1)).toEqual(['Bien cordialement,\nKenny Smith']);
  expect(draftReply({ ...mailNamed('rental-agreement'), language: 'en-US', links: [] })[2]).toHaveLength(1);
});

test('a suggested prompt, in whatever language, changes the draft; another prompt does not', () => {
  const drafted = (inputPrompt?: string) =>
    draftReply({ ...mailNamed('volume-discount'), language: 'en', links, ...(inputPrompt && { inputPrompt }) })[1]?.[0];
  const [inquiry, concern, proposal] = suggestedPrompts('de').map(drafted);
  expect(new Set([inquiry, concern, proposal]).size).toBe(3);
  expect(drafted('reply to a concern')).toBe(concern);
  expect(drafted('Be funny')).toBe(inquiry);
});

test('an opportunity is summarized from its fields and what the CRM remembers', () => {
  const { text, latestActivity } = recordSummary(automatic, 'en-US');
  expect(text).toBe(
    '50 Cafe A-100 Automatic was opened for Fourth Coffee on January 2, 2026. The estimated revenue is $345,000. The expected close date is April 4, 2026. The sales stage is Propose. Alberto Burgos is the primary contact.',
  );
  expect(latestActivity[0]).toEqual({
    title: 'Mail saved',
    text: 'Kenny Smith saved a mail thread with Tony Benis on March 11, 2026.',
    dateTime: '2026-03-11T16:00:00.000Z',
  });
});

test('a record of which nothing is known says so, and odd fields are shown as they are', () => {
  const bare = { type: 'opportunity', name: 'X-1', ids: {}, fields: {} };
  expect(recordSummary(bare, 'en').text).toBe('The CRM has no details of X-1.');
  const odd = { ...bare, type: 'project', fields: { stage: 'On hold', closesOn: 'some day' } };
  expect(shownFields(odd, 'en').map(({ value }) => value)).toEqual(['X-1', 'On hold', 'some day']);
});

test('the card of an opportunity has the fields of the CRM in order', () => {
  expect(shownFields(automatic, 'en-US').map(({ label }) => label)).toEqual([
    'Topic',
    'Est. revenue',
    'Est. close date',
    'Sales stage',
    'Account',
    'Primary contact',
    'Owner',
  ]);
});

test('a mail in HTML alone, without date, subject or people, is summarized all the same', () => {
  const html = '<style>p{}</style><p>Was kostet das&nbsp;&amp; wann?</p><br>Gr&#252;&#xDF;e';
  const mail: Mail = { id: 'a', related: [], names: {}, fullHtmlBody: html, from: 'bo@example.com' };
  expect(questionsIn(mail)).toEqual(['Was kostet das & wann?']);
  expect(newestMessage(mail)).toContain('Grüße');
  expect(mailSummary(mail, 'de')[0]).toBe('Bo hat geschrieben.');
});

test.each(Object.keys(textCatalogues))('what is not known of a mail is left out in %s', (language) => {
  const mail: Mail = { id: 'a', related: [], names: {}, subject: 'Preis', plaintextBody: 'Was kostet das?', language };
  const draft = draftReply({ ...mailNamed('volume-discount'), mail, language, links: [] }).flat();
  for (const text of [...mailSummary(mail, language), ...draft]) {
    expect(text).not.toMatch(/[[\]{}–]|undefined|^\?/);
    expect(text).not.toBe('');
  }
  expect(mailSummary(mail, 'en')).toEqual([
    'The subject is “Preis”.',
    'The mail is about the price.',
    'The mail asks: “Was kostet das?”',
  ]);
  const { subject: _, ...bare } = { ...mail, from: 'bo@example.com' };
  expect(mailSummary(bare, 'en')[0]).toBe('Bo wrote.');
  expect(
    draftReply({ ...mailNamed('volume-discount'), mail: bare, language, links: [] })
      .flat()
      .join(),
  ).not.toMatch(/[“„«「][”“»」]/);
});

test('only the newest message counts', () => {
  const plaintextBody = 'We sign.\n\nFrom: Kenny <kenny@contoso.com>\nWhat about the price?';
  const mail: Mail = { id: 'a', related: [], names: {}, plaintextBody, subject: 'AW: Re: Hello' };
  expect(topicsOf(mail)).toEqual(['contract']);
  expect(questionsIn(mail)).toEqual([]);
  expect(bareSubject(mail)).toBe('Hello');
});
