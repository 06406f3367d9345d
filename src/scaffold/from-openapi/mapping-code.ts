/** A proposal as TypeScript to be reviewed: one module for each extension point. */
import { camelCase } from '../../contract/contract.ts';
import { outputLines } from './output-code.ts';
import { membersOf } from './own-types.ts';
import type { OutputSource, PointProposal, Proposal } from './proposal.ts';
import { requestCode } from './request-code.ts';
import { access, inComment, namesFor, propertyKey } from './typescript-text.ts';

/** By path in a project: src/own-api.ts, src/mapping.ts, and src/mapping/<extension point>.ts; none where nothing is fed. */
export function mappingFiles({ points }: Proposal): Map<string, string> {
  if (points.length === 0) return new Map();
  return new Map([
    ['src/own-api.ts', ownApi],
    ['src/mapping.ts', mappingList(points)],
    ...points.map((each): [string, string] => [`src/mapping/${each.point}.ts`, mappingModule(each)]),
  ]);
}

function mappingList(points: readonly PointProposal[]): string {
  const names = points.map(({ point }) => camelCase(point));
  return `/** What answers out of your API, where API_URL names it. Without its line here, an extension point answers with the example. */
${points.map(({ point }, index) => `import { ${names[index]} } from './mapping/${point}.ts';`).join('\n')}

export const mapping = { ${names.join(', ')} };
`;
}

function mappingModule(proposal: PointProposal): string {
  const { point, operation, outputs, missing } = proposal;
  const name = camelCase(point);
  const { typeName, variable } = namesFor(operation.resource);
  const used = [...new Set(outputs.flatMap(({ source }) => fieldsIn(source)))];
  const request = requestCode(proposal);
  const hasPairs = outputs.some(({ source }) => source.kind === 'pairs');
  const hasKind = outputs.some(({ output, source }) => output === 'contentType' && source.kind === 'field');
  const helpers = ['askOwnApi', hasKind && 'contentTypeOf', 'type OwnRequest', hasPairs && 'pairsOf'].filter(Boolean);
  const called = inComment(
    `${operation.method} ${operation.path}${operation.operationId ? ` (${operation.operationId})` : ''}`,
  );
  return `/** ${name}: ${called}. Proposed from its OpenAPI document; MAPPING.md says why. Review it. */
import type { Context } from 'saleskit/connector';
import type { extensionPoints, InputOf, ItemOf } from 'saleskit/contract';
${request.needsAddresses ? "import { addressesIn } from '../application.ts';\n" : ''}import { ${helpers.join(', ')} } from '../own-api.ts';

type Input = InputOf<(typeof extensionPoints)['${name}']>;
type Item = ItemOf<(typeof extensionPoints)['${name}']>;

/** As far as it is used. */
export interface ${typeName} {
${membersOf(used)}
}

${answerType(operation.list, typeName)}

${missing.map((text) => `// TODO: ${inComment(text)}\n`).join('')}
export async function ${name}(input: Input, context: Context): Promise<Item[]> {
  const answer = await askOwnApi<Answer>(requestFor(${request.arguments.join(', ')}), context);
  return (answer${operation.list.map((each, index) => access(each, index === 0)).join('')} ?? []).map(itemFrom);
}

${request.code}

export function itemFrom(${variable}: ${typeName}): Item {
  return {
${outputs.flatMap((feed) => outputLines(feed, variable)).join('\n')}
  };
}
`;
}

function fieldsIn(source: OutputSource) {
  if (source.kind === 'field') return [source.field, ...(source.instead ?? [])];
  return source.kind === 'composed' || source.kind === 'pairs' ? source.fields : [];
}

function answerType(list: readonly string[], typeName: string): string {
  if (list.length === 0) return `type Answer = readonly ${typeName}[] | undefined;`;
  const type = list.reduceRight(
    (inner, name) => `{ readonly ${propertyKey(name)}?: ${inner} | null }`,
    `readonly ${typeName}[]`,
  );
  return `type Answer = ${type};`;
}

const ownApi = `/** Calls the API of the application: at API_URL, whose paths begin where those of its OpenAPI document do. */
import type { Context } from 'saleskit/connector';

export interface OwnRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** TODO: authenticate as your API wants it. */
export async function askOwnApi<Answer>({ method, path, query = {}, body }: OwnRequest, { fetch }: Context): Promise<Answer> {
  const url = new URL(path, process.env.API_URL);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value));
  const headers = { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(\`\${method} \${path} answered \${response.status}.\`);
  return (await response.json()) as Answer;
}

/** Name-value pairs of what is there. TODO: names and values in the user's language. */
export function pairsOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}

const contentTypes = [
  ['pdf', 'content-pdf'],
  ['word', 'content-doc'],
  ['presentation', 'content-pptx'],
  ['powerpoint', 'content-pptx'],
  ['sheet', 'content-xlsx'],
  ['excel', 'content-xlsx'],
  ['html', 'content-web'],
] as const;

/** What Copilot for Sales calls a media type. */
export function contentTypeOf(mediaType: string | null | undefined): string {
  const known = contentTypes.find(([part]) => mediaType?.toLowerCase().includes(part));
  return known?.[1] ?? 'content-file';
}
`;
