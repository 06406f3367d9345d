/** The call of one's own API, as TypeScript makes it of what Copilot for Sales asks. */
import { firstRead, isNumber, type ListReading } from './list-reading.ts';
import type { OwnParameter } from './own-api.ts';
import type { InputFeed, PointProposal } from './proposal.ts';
import type { Source } from './sales-words.ts';
import { inComment, inTemplate, propertyKey, quoted } from './typescript-text.ts';

export interface RequestCode {
  /** The function requestFor. */
  readonly code: string;
  /** What it is called with, of input and context. */
  readonly arguments: readonly ('input' | 'context')[];
}

type Expression = string | ((reading: ListReading, parameter: OwnParameter) => string);

const expressions: Readonly<Record<Source | 'nothing', Expression>> = {
  recordId: 'input.recordId',
  recordType: 'input.recordType',
  crmType: 'input.crm.type',
  crmOrgUrl: 'input.crm.host',
  top: sizeOf,
  skip: ({ isPagedByApi }) => (isPagedByApi ? 'input.skip' : '0'),
  page: '1',
  startDateTime: (_reading, parameter) => timeOf('input.startDateTime', parameter),
  endDateTime: (_reading, parameter) => timeOf('input.endDateTime', parameter),
  people: 'addressesIn(input.resourceData)',
  question: 'input.resourceData.subject',
  language: 'context.language',
  tenant: 'context.tenant',
  nothing: 'undefined',
};

/** One more than wanted tells whether there are more; where the connector pages, all from the beginning. */
function sizeOf({ isPagedByApi, filtersTime, most }: ListReading): string {
  if (filtersTime) return String(firstRead(most));
  const size = isPagedByApi ? 'input.top + 1' : 'input.skip + input.top + 1';
  return most === undefined ? size : `Math.min(${size}, ${most})`;
}

function timeOf(time: string, parameter: OwnParameter): string {
  if (isNumber(parameter)) return `${time} && Math.floor(${time}.getTime() / 1000)`;
  return `${time}?.toISOString()${parameter.format === 'date' ? '.slice(0, 10)' : ''}`;
}

/** What is asked of the API for a question. */
export function requestCode({ operation, inputs, reading }: PointProposal): RequestCode {
  const inPath = inputs.filter(({ parameter }) => parameter.in === 'path');
  // Accept-Language travels with every call as it is.
  const inQuery = inputs.filter(({ parameter }) => parameter.in === 'query');
  const inBody = inputs.filter(({ parameter }) => parameter.in === 'body' && !parameter.name.includes('.'));
  const path = operation.path
    .split(/(\{[^}]*\})/)
    .map((part) => segment(part, inPath, reading))
    .join('');
  const code = `  return {
    method: '${operation.method}',
    path: ${path.includes('${') ? `\`${path}\`` : quoted(operation.path)},
${members('query', inQuery, reading)}${members('body', inBody, reading)}  };`;
  const parameters = (['input', 'context'] as const).filter((name) => new RegExp(`\\b${name}\\b[.,)]`).test(code));
  const types = { input: 'input: Input', context: 'context: Context' };
  return {
    code: `export function requestFor(${parameters.map((name) => types[name]).join(', ')}): OwnRequest {\n${code}\n}`,
    arguments: parameters,
  };
}

function segment(part: string, feeds: readonly InputFeed[], reading: ListReading): string {
  if (!/^\{.*\}$/s.test(part)) return inTemplate(part);
  const feed = feeds.find(({ parameter }) => parameter.name === part.slice(1, -1));
  return feed && feed.source !== 'nothing' ? `\${encodeURIComponent(String(${expressionOf(feed, reading)}))}` : 'TODO';
}

function members(name: 'query' | 'body', feeds: readonly InputFeed[], reading: ListReading): string {
  if (feeds.length === 0) return '';
  const lines = feeds.flatMap((feed) => [
    ...remarks(feed).map((text) => `      // TODO: ${inComment(text)}`),
    `      ${propertyKey(feed.parameter.name)}: ${expressionOf(feed, reading)},`,
  ]);
  return `    ${name}: {\n${lines.join('\n')}\n    },\n`;
}

function expressionOf({ source, parameter, recordType }: InputFeed, reading: ListReading): string {
  if (source === 'recordId' && reading.asksRelated)
    return `relatedId(input${recordType ? `, ${quoted(recordType)}` : ''})`;
  const expression = expressions[source];
  const code = typeof expression === 'string' ? expression : expression(reading, parameter);
  if (source === 'people')
    return parameter.isList ? (parameter.in === 'body' ? code : `${code}.join(',')`) : `${code}[0]`;
  // Where it is the only type, no other comes so far.
  const isOnly = reading.recordTypes.length === 1;
  return recordType === undefined || isOnly ? code : `input.recordType === ${quoted(recordType)} ? ${code} : undefined`;
}

function remarks({ source, parameter }: InputFeed): string[] {
  if (source === 'nothing') return [`nothing of the question feeds ${parameter.name}.`];
  if (source === 'page') return ['is the first page called 1?'];
  if (source === 'crmOrgUrl') return ['it is the host name alone: does your API want a URL?'];
  if (isTime(source) && isNumber(parameter)) return [`does ${parameter.name} take seconds since 1970?`];
  if (source === 'endDateTime' && parameter.format === 'date') return [`is the day of ${parameter.name} included?`];
  return source === 'people' && !parameter.isList ? ['it takes one address: that of the sender.'] : [];
}

const isTime = (source: InputFeed['source']) => source === 'startDateTime' || source === 'endDateTime';
