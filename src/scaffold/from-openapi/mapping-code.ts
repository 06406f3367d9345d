/** A proposal as TypeScript to be reviewed: one module for each extension point. */
import { camelCase } from '../../contract/contract.ts';
import { handlerCode } from './handler-code.ts';
import { isToldByLanguage, outputLines } from './output-code.ts';
import { ownApiCode } from './own-api-code.ts';
import type { OwnField } from './own-schema.ts';
import { membersOf } from './own-types.ts';
import type { OutputSource, PointProposal, Proposal } from './proposal.ts';
import { requestCode } from './request-code.ts';
import { inComment, namesFor, propertyKey } from './typescript-text.ts';

/** By path in a project: src/own-api.ts, src/mapping.ts, and src/mapping/<extension point>.ts; none where nothing is fed. */
export function mappingFiles({ points, security }: Proposal): Map<string, string> {
  if (points.length === 0) return new Map();
  return new Map([
    ['src/own-api.ts', ownApiCode(security)],
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
  const isLocalized = outputs.some(isToldByLanguage);
  const handler = handlerCode(proposal, {
    name,
    typeName,
    asked: request.arguments,
    made: isLocalized ? ['context.language'] : [],
  });
  const lines = outputs.flatMap((feed) => outputLines(feed, variable)).join('\n');
  const parameters = [`${variable}: ${typeName}`, ...(isLocalized ? ['language: string'] : [])];
  const called = inComment(
    `${operation.method} ${operation.path}${operation.operationId ? ` (${operation.operationId})` : ''}`,
  );
  const code = `type Input = HandlerInput<(typeof extensionPoints)['${name}']>;
type Item = ItemOf<(typeof extensionPoints)['${name}']>;

/** As far as it is used. */
export interface ${typeName} {
${membersOf(used)}
}

${answerType(operation.list, typeName)}

${missing.map((text) => `// TODO: ${inComment(text)}\n`).join('')}${handler}

${request.code}

export function itemFrom(${parameters.join(', ')}): Item {
  return {
${lines}
  };
}
`;
  return `/** ${name}: ${called}. Proposed from its OpenAPI document; MAPPING.md says why. Review it. */
${importsFor(code)}
${code}`;
}

/** What a module may import, by place. */
const imports: readonly (readonly [from: string, names: readonly string[]])[] = [
  ['saleskit/connector', ['type Context', 'type HandlerInput', 'type Page', 'page']],
  ['saleskit/contract', ['type extensionPoints', 'type ItemOf']],
  ['../application.ts', ['addressesIn']],
  ['../messages.ts', ['dayOf']],
  ['../own-api.ts', ['askOwnApi', 'type OwnRequest']],
  [
    '../own-values.ts',
    ['amountOf', 'contentTypeOf', 'expectRecordType', 'isWithin', 'pairsOf', 'relatedId', 'unknownRecord'],
  ],
];

/** Of these, those that the code uses: types as types, functions where they are called. */
function importsFor(code: string): string {
  const uses = (name: string) =>
    new RegExp(name.startsWith('type ') ? `\\b${name.slice(5)}\\b` : `\\b${name}[(<]`).test(code);
  return imports
    .flatMap(([from, names]) => {
      const used = names.filter(uses);
      const isTypes = used.every((name) => name.startsWith('type '));
      const list = used.map((name) => (isTypes ? name.slice(5) : name)).join(', ');
      return used.length === 0 ? [] : [`import ${isTypes ? 'type ' : ''}{ ${list} } from '${from}';\n`];
    })
    .join('');
}

function fieldsIn(source: OutputSource): OwnField[] {
  switch (source.kind) {
    case 'field':
      return [source.field, ...(source.instead ? fieldsIn(source.instead) : [])];
    case 'labelled':
      return [source.field];
    case 'composed':
      return [...source.fields];
    case 'pairs':
      return source.fields.flatMap((field) => [field, source.currencies.get(field) ?? []].flat());
    default:
      return [];
  }
}

function answerType(list: readonly string[], typeName: string): string {
  if (list.length === 0) return `type Answer = readonly ${typeName}[] | null;`;
  const type = list.reduceRight(
    (inner, name) => `{ readonly ${propertyKey(name)}?: ${inner} | null }`,
    `readonly ${typeName}[]`,
  );
  return `type Answer = ${type};`;
}
