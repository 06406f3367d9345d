/** Connectors whose answers are odd: what they are made of, when they come, how they are cut into pages, in which language. */

import { requestIdOf } from '../../src/verify/asking/request-id.ts';
import {
  after,
  asking,
  body,
  broken,
  headed,
  headers,
  items,
  late,
  numberIn,
  oneItem,
  page,
  queried,
  where,
} from './unsound-changes.ts';
import type { UnsoundConnector } from './unsound-connectors.ts';

const noGenerated = { requests: 0 };
/** A machine that stands still for a while makes others late, too. */
const timed = { options: { timeoutMs: 800 }, isTimed: true };

export const oddAnswers: readonly UnsoundConnector[] = [
  {
    name: 'answers 500 where a record has nothing',
    change: where(({ question }) => question.query.get('recordId')?.endsWith('e01') === true, broken),
    check: 'answer-status',
    options: noGenerated,
  },
  {
    name: 'answers 201 with a page of HTML',
    change: page(201, '<!doctype html><p>Created</p>'),
    check: 'answer-content-type',
  },
  { name: 'says text/plain', change: headers({ 'content-type': 'text/plain' }), check: 'answer-content-type' },
  {
    name: 'says another charset',
    change: headers({ 'content-type': 'application/json; charset=iso-8859-1' }),
    check: 'answer-content-type',
  },
  { name: 'answers an empty body', change: body(() => ''), check: 'answer-content-type' },
  {
    name: 'says gzip of what is not zipped',
    change: ({ sound }) => {
      const reply = sound();
      return { ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' }, body: '\u001f\u008bno zip' };
    },
    check: 'answer-content-type',
  },
  {
    name: 'packs its answers as it says not',
    change: ({ sound }) => {
      const reply = sound();
      return { ...reply, headers: { ...reply.headers, 'content-encoding': 'compress' } };
    },
    check: 'answer-content-type',
  },
  {
    name: 'writes Latin-1 and says utf-8',
    change: ({ sound, response }) => {
      const { status, headers: sent, body: value } = sound();
      const text = JSON.stringify({ ...(value as object), note: 'Vertr\u00e4ge' });
      response.writeHead(status, { ...sent }).end(Buffer.from(text, 'latin1'));
      return undefined;
    },
    check: 'answer-content-type',
  },
  {
    name: 'begins with a byte order mark',
    change: body((value) => `\ufeff${JSON.stringify(value)}`),
    check: 'answer-content-type',
    status: 'advice',
  },
  { name: 'answers a bare list', change: body(({ value }) => value), check: 'answer-envelope' },
  { name: 'names the list otherwise', change: body(({ value }) => ({ items: value })), check: 'answer-envelope' },
  {
    name: 'answers null for an empty list',
    change: body((list) => (list.value.length > 0 ? list : { ...list, value: null })),
    check: 'answer-envelope',
    options: noGenerated,
  },
  {
    name: 'writes the name of the list in capitals',
    change: body(({ value, ...rest }) => ({ ...rest, VALUE: value })),
    check: 'answer-envelope',
  },
  {
    name: 'leaves out a required property',
    change: oneItem({ recordTitle: undefined }),
    check: 'answer-required-properties',
  },
  {
    name: 'leaves a required text blank',
    change: oneItem({ recordTitle: '   ' }),
    check: 'answer-required-properties',
  },
  {
    name: 'gives every item the same id',
    change: items((item) => ({ ...item, recordId: 'SV-0' })),
    check: 'answer-ids',
  },
  { name: 'sends a number for a text', change: oneItem({ recordTitle: 5 }), check: 'answer-types' },
  {
    name: 'says hasMoreResults in words',
    change: body((list) => ({ ...list, hasMoreResults: 'yes' })),
    check: 'answer-types',
  },
  {
    name: 'names a kind of content that is none',
    extensionPoint: 'email-draft',
    change: items((item) => ({ ...item, contentType: 'content-zip' })),
    check: 'answer-types',
    status: 'advice',
  },
  {
    name: 'writes times in words',
    extensionPoint: 'record-summary',
    change: oneItem({ dateTime: '7 May, 9 o’clock' }),
    check: 'answer-times',
  },
  {
    name: 'writes local times',
    extensionPoint: 'record-summary',
    change: items((item) => ({ ...item, dateTime: item.dateTime.replace('Z', '') })),
    check: 'answer-times',
  },
  {
    name: 'writes times of another zone',
    extensionPoint: 'opportunity-insights',
    change: items((item) => ({ ...item, dateTime: item.dateTime.replace('Z', '+02:00') })),
    check: 'answer-times',
  },
  {
    name: 'writes a title of more than 20 characters',
    extensionPoint: 'opportunity-insights',
    change: items((item) => ({ ...item, title: 'Fabrikam Service and Maintenance' })),
    check: 'answer-limits',
  },
  {
    name: 'does not heed top',
    change: asking((question) => queried(question, { top: '100' })),
    check: 'answer-limits',
    options: noGenerated,
  },
  { name: 'links to a script', change: oneItem({ url: 'javascript:alert(1)' }), check: 'answer-links' },
  { name: 'links to a path', change: oneItem({ url: '/visits/1' }), check: 'answer-links' },
  {
    name: 'links to a file of the network',
    extensionPoint: 'email-draft',
    change: oneItem({ content: '\\\\files\\report.pdf' }),
    check: 'answer-links',
  },
  {
    name: 'links to where nothing is',
    change: items((item, _, { question }) => ({ ...item, url: `http://${question.headers.host}/nowhere` })),
    check: 'answer-links-reachable',
    options: { followsLinks: true },
  },
  {
    name: 'sends a number among the properties',
    change: oneItem({ additionalProperties: { Total: 5 } }),
    check: 'answer-additional-properties',
  },
  {
    name: 'sends a list of properties',
    change: oneItem({ additionalProperties: [{ name: 'Total', value: '5' }] }),
    check: 'answer-additional-properties',
  },
  {
    name: 'nests a property without end',
    change: body((list) =>
      JSON.stringify({ ...list, more: '@' }).replace('"@"', '['.repeat(20_000) + ']'.repeat(20_000)),
    ),
    check: 'answer-content-type',
  },
  {
    name: 'does not heed endDateTime',
    extensionPoint: 'record-summary',
    change: asking((question) => queried(question, { endDateTime: undefined })),
    check: 'answer-time-window',
  },
  {
    name: 'does not heed startDateTime',
    extensionPoint: 'record-summary',
    change: asking((question) => queried(question, { startDateTime: undefined })),
    check: 'answer-time-window',
  },
  {
    name: 'draws cards that are none',
    extensionPoint: 'FindMachinesInService',
    change: body(({ adaptiveCards }) => ({
      adaptiveCards: adaptiveCards.map((each: object) => ({ ...each, adaptiveCard: '{"type":"HeroCard"}' })),
    })),
    check: 'answer-cards',
  },
  {
    name: 'draws cards with a text that is none',
    extensionPoint: 'FindMachinesInService',
    change: body(({ adaptiveCards }) => ({
      adaptiveCards: adaptiveCards.map((each: { adaptiveCard: string }) => ({
        ...each,
        adaptiveCard: each.adaptiveCard.replaceAll('"weight":"Bolder"', '"weight":"Heavy"'),
      })),
    })),
    check: 'answer-cards',
  },
  {
    name: 'answers after the five seconds',
    change: late(1000),
    check: 'time-within-budget',
    ...timed,
  },
  { name: 'never answers', change: () => undefined, check: 'time-within-budget', ...timed },
  {
    name: 'trickles its answer',
    change: ({ response, sound }) => {
      const { status, headers: own, body: value } = sound();
      response.writeHead(status, { ...own });
      const text = JSON.stringify(value);
      let at = 0;
      const timer = setInterval(() => response.write(text[at++] ?? ' '), 20);
      response.on('close', () => clearInterval(timer));
      return undefined;
    },
    check: 'time-within-budget',
    ...timed,
  },
  {
    name: 'does not answer a usual call later in the run',
    change: where(
      ({ question }) =>
        question.headers['x-ms-client-request-id'] === requestIdOf(1, 'robust-crm-spellings record-details', 0),
      () => undefined,
    ),
    check: 'time-within-budget',
    ...timed,
  },
  {
    name: 'takes half of the time to start',
    change: where(({ number }) => number === 0, late(2600)),
    check: 'time-within-budget',
    status: 'advice',
    isTimed: true,
  },
  {
    name: 'is slow where several ask',
    change: async ({ busy, sound }) => {
      await after(busy > 0 ? 1000 : 30);
      return sound();
    },
    check: 'time-under-load',
    ...timed,
  },
  {
    name: 'does not heed skip',
    change: asking((question) => queried(question, { skip: undefined })),
    check: 'paging-pages',
  },
  {
    name: 'repeats an item on the next page',
    change: asking((question) => {
      const skip = numberIn(question, 'skip');
      return skip > 0 ? queried(question, { skip: String(skip - 1) }) : question;
    }),
    check: 'paging-pages',
  },
  {
    name: 'takes skip for a number of pages',
    change: asking((question) => {
      const [top, skip] = [numberIn(question, 'top'), numberIn(question, 'skip')];
      return skip > 0 && skip < 10 && top > 0 ? queried(question, { skip: String(skip * (top + 1)) }) : question;
    }),
    check: 'paging-pages',
  },
  {
    name: 'never says that there is more',
    change: body((list) => ({ ...list, hasMoreResults: false })),
    check: 'paging-has-more',
  },
  {
    name: 'always says that there is more',
    change: body((list) => ({ ...list, hasMoreResults: true })),
    check: 'paging-has-more',
  },
  {
    name: 'says that there is more after the last page',
    change: body((list) => ({ ...list, hasMoreResults: list.value.length > 0 })),
    check: 'paging-has-more',
  },
  {
    name: 'turns the order round each time',
    change: body((list, { number }) => ({ ...list, value: number % 2 === 0 ? list.value : list.value.toReversed() })),
    check: 'paging-order',
  },
  {
    name: 'answers 500 beyond the end',
    change: where(({ question }) => numberIn(question, 'skip') > 1000, broken),
    check: 'paging-end',
    options: noGenerated,
  },
  {
    name: 'answers 404 beyond the end',
    change: where(
      ({ question }) => numberIn(question, 'skip') > 1000,
      ({ sound }) => ({ ...sound(), status: 404, body: { errorCode: 'NOT_FOUND' } }),
    ),
    check: 'paging-end',
    status: 'advice',
  },
  {
    name: 'begins anew beyond the end',
    change: asking((question) =>
      numberIn(question, 'skip') > 1000 ? queried(question, { skip: undefined }) : question,
    ),
    check: 'paging-end',
  },
  {
    name: 'does not come back from beyond the end',
    change: where(
      ({ question }) => numberIn(question, 'skip') > 1000,
      () => undefined,
    ),
    check: 'paging-end',
    ...timed,
    options: { ...timed.options, ...noGenerated },
  },
  {
    name: 'does not come back from top=0',
    change: where(
      ({ question }) => numberIn(question, 'top') === 0,
      () => undefined,
    ),
    check: 'paging-odd-values',
    ...timed,
    options: { ...timed.options, ...noGenerated },
  },
  {
    name: 'answers 500 at top=0',
    change: where(({ question }) => numberIn(question, 'top') === 0, broken),
    check: 'paging-odd-values',
    options: noGenerated,
  },
  {
    name: 'answers 500 at a negative skip',
    change: where(({ question }) => numberIn(question, 'skip') < 0, broken),
    check: 'paging-odd-values',
    options: noGenerated,
  },
  {
    name: 'answers everything at a negative top',
    change: asking((question) => (numberIn(question, 'top') < 0 ? queried(question, { top: '1000' }) : question)),
    check: 'paging-odd-values',
  },
  {
    name: 'speaks one language only',
    change: asking((question) => headed(question, { 'accept-language': 'en' })),
    check: 'language-differs',
  },
  {
    name: 'has other ids in another language',
    change: items((item, _, { question }) =>
      question.headers['accept-language']?.startsWith('de') ? { ...item, recordId: `DE-${item.recordId}` } : item,
    ),
    check: 'language-differs',
  },
  {
    name: 'has nothing to say in another language',
    change: body((list, { question }) =>
      question.headers['accept-language'] === 'de-DE' ? { value: [], hasMoreResults: false } : list,
    ),
    check: 'language-differs',
  },
  {
    name: 'does not come back from an unknown language',
    change: where(
      ({ question }) => !/^(en|de|fr)/.test(question.headers['accept-language'] ?? 'en'),
      () => undefined,
    ),
    check: 'language-survives',
    ...timed,
  },
  {
    name: 'does not come back from another language',
    change: where(
      ({ question }) => question.headers['accept-language'] === 'de-DE',
      () => undefined,
    ),
    check: 'language-differs',
    ...timed,
  },
  {
    name: 'breaks at a malformed language',
    change: where(({ question }) => /q=(?!\d)/.test(question.headers['accept-language'] ?? ''), broken),
    check: 'language-survives',
  },
  {
    name: 'refuses an unknown language',
    change: where(
      ({ question }) => !/^(en|de|fr)/.test(question.headers['accept-language'] ?? 'en'),
      ({ sound }) => ({ ...sound(), status: 406, body: { errorCode: 'NOT_ACCEPTABLE' } }),
    ),
    check: 'language-survives',
  },
  {
    name: 'does not say which language it speaks',
    change: headers({ 'content-language': undefined }),
    check: 'language-content-language',
    status: 'advice',
  },
  {
    name: 'says French of every language',
    change: headers({ 'content-language': 'fr-FR' }),
    check: 'language-content-language',
    status: 'advice',
  },
  {
    name: 'says a language that is none',
    change: headers({ 'content-language': 'de_DE' }),
    check: 'language-content-language',
    status: 'advice',
  },
  {
    name: 'answers something else each time',
    change: items((item, _, { number }) => ({ ...item, additionalProperties: { Seen: `${number} times` } })),
    check: 'consistent-answers',
    status: 'advice',
  },
  {
    name: 'serves another definition',
    change: where(
      ({ question }) => question.path === '/apiDefinition.swagger.json',
      body((definition) => ({ ...definition, info: { ...definition.info, version: '2.0' } })),
    ),
    check: 'consistent-definition',
  },
];
