/** The call of one's own API, as TypeScript makes it of what Copilot for Sales asks. */
import type { InputFeed, PointProposal } from './proposal.ts';
import type { Source } from './sales-words.ts';
import { inComment, inTemplate, propertyKey, quoted } from './typescript-text.ts';

export interface RequestCode {
  /** The function requestFor. */
  readonly code: string;
  /** What it is called with, of input and context. */
  readonly arguments: readonly ('input' | 'context')[];
  readonly needsAddresses: boolean;
}

const expressions: Readonly<Record<Source | 'nothing', string>> = {
  recordId: 'input.recordId',
  recordType: 'input.recordType',
  crmType: 'input.crmType',
  crmOrgUrl: 'input.crmOrgUrl',
  top: 'input.top',
  skip: 'input.skip',
  page: 'Math.floor((input.skip ?? 0) / (input.top ?? 10)) + 1',
  startDateTime: 'input.startDateTime?.toISOString()',
  endDateTime: 'input.endDateTime?.toISOString()',
  people: 'addressesIn(input.resourceData)',
  question: 'input.resourceData.subject',
  language: 'context.language',
  tenant: 'context.tenant',
  nothing: 'undefined',
};

export function requestCode({ operation, inputs }: PointProposal): RequestCode {
  const inPath = inputs.filter(({ parameter }) => parameter.in === 'path');
  // Accept-Language travels with every call as it is.
  const inQuery = inputs.filter(({ parameter }) => parameter.in === 'query');
  const inBody = inputs.filter(({ parameter }) => parameter.in === 'body' && !parameter.name.includes('.'));
  const path = operation.path
    .split(/(\{[^}]*\})/)
    .map((part) => segment(part, inPath))
    .join('');
  const code = `  return {
    method: '${operation.method}',
    path: ${path.includes('${') ? `\`${path}\`` : quoted(operation.path)},
${members('query', inQuery)}${members('body', inBody)}  };`;
  const parameters = (['input', 'context'] as const).filter((name) => new RegExp(`\\b${name}\\.`).test(code));
  const types = { input: 'input: Input', context: 'context: Context' };
  return {
    code: `export function requestFor(${parameters.map((name) => types[name]).join(', ')}): OwnRequest {\n${code}\n}`,
    arguments: parameters,
    needsAddresses: code.includes('addressesIn('),
  };
}

function segment(part: string, feeds: readonly InputFeed[]): string {
  if (!/^\{.*\}$/s.test(part)) return inTemplate(part);
  const feed = feeds.find(({ parameter }) => parameter.name === part.slice(1, -1));
  return feed && feed.source !== 'nothing' ? `\${encodeURIComponent(String(${expressionOf(feed)}))}` : 'TODO';
}

function members(name: 'query' | 'body', feeds: readonly InputFeed[]): string {
  if (feeds.length === 0) return '';
  const lines = feeds.flatMap((feed) => [
    ...remarks(feed).map((text) => `      // TODO: ${inComment(text)}`),
    `      ${propertyKey(feed.parameter.name)}: ${expressionOf(feed)},`,
  ]);
  return `    ${name}: {\n${lines.join('\n')}\n    },\n`;
}

function expressionOf({ source, parameter }: InputFeed): string {
  const expression = expressions[source];
  if (source === 'people')
    return parameter.isList ? (parameter.in === 'body' ? expression : `${expression}.join(',')`) : `${expression}[0]`;
  return expression;
}

function remarks({ source, parameter }: InputFeed): string[] {
  if (source === 'nothing') return [`nothing of the question feeds ${parameter.name}.`];
  if (source === 'page') return ['are pages counted from 1, and are there 10 on each?'];
  return source === 'people' && !parameter.isList ? ['it takes one address: that of the sender.'] : [];
}
