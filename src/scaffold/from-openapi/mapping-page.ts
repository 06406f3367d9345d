/** A proposal for people: on a terminal, and as MAPPING.md. */
import { camelCase } from '../../contract/contract.ts';
import type { ListReading } from './list-reading.ts';
import { labelFor } from './output-code.ts';
import type { InputFeed, OutputFeed, PointProposal, Proposal } from './proposal.ts';

/** A block for each extension point, with what feeds what and how sure that is. */
export function mappingText({ points, unfed, remarks }: Proposal): string {
  const blocks = points.map((each) => {
    const rows = [
      ...each.inputs.map(({ parameter, source, score }) => [
        `  ${parameter.name}`,
        '<-',
        sourceName(source, each.reading),
        percent(score),
      ]),
      ...each.outputs.map((feed) => [
        `  ${feed.output}${feed.isRequired ? ' *' : ''}`,
        '<-',
        feedName(feed),
        percent(feed.score),
      ]),
    ];
    const missing = each.missing.map((text) => `  ! ${plain(text)}\n`).join('');
    return `${each.point}  ${plain(nameOf(each))}  ${percent(each.score)}\n${table(rows)}${missing}`;
  });
  const none = unfed.length > 0 ? [`Nothing feeds ${unfed.join(', ')}.\n`] : [];
  return [...blocks, ...none, ...remarks.map((text) => `! ${plain(text)}\n`)].join('\n');
}

/** MAPPING.md; `isPackage` where there is no code that does it. */
export function mappingPage(proposal: Proposal, isPackage: boolean): string {
  const { title, version, points, unfed, remarks } = proposal;
  const how = isPackage
    ? 'Your API, or what stands before it, answers the operations of the package; here is what feeds them.'
    : 'Each has a module in `src/mapping` and a line in `src/mapping.ts`. Where `API_URL` names the API (`local.env`, for your machine) they answer out of it; without it, everything answers with the example. An extension point without its line keeps the example.';
  const sections = points.map((each) => section(each, isPackage));
  const rest = [...(unfed.length > 0 ? [`Nothing feeds ${unfed.join(', ')}.`] : []), ...remarks.map(cell)];
  return `# What feeds the extension points

Proposed from the OpenAPI ${cell(version)} document of ${cell(title) || 'the API'}, by names, descriptions, types and formats: review it. ${how}

${[...sections, ...rest].join('\n\n')}
`;
}

function section(each: PointProposal, isPackage: boolean): string {
  const { point, operation, score, why, inputs, outputs, reading, missing, others } = each;
  const file = isPackage ? '' : ` (\`src/mapping/${point}.ts\`, \`${camelCase(point)}\`)`;
  const list = operation.list.length > 0 ? ` The list stands at ${code(operation.list.join('.'))}.` : '';
  const alternatives = others.map(({ method, path }) => code(`${method} ${path}`));
  return [
    `## ${point}${file}`,
    `${code(nameOf(each))}, ${percent(score)}. ${cell(why.join(' '))}${list}`,
    inputs.length > 0 &&
      rows(
        ['Parameter', 'In', 'Fed by', 'Sure', 'Why'],
        inputs.map((feed) => inputRow(feed, reading)),
      ),
    rows(['Output', 'Required', 'Fed by', 'Sure', 'Why'], outputs.map(outputRow)),
    missing.map((text) => `- TODO: ${cell(text)}`).join('\n'),
    readingWords(reading),
    alternatives.length > 0 && `Others that could feed it: ${alternatives.join(', ')}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** How pages, times and records are seen to. */
function readingWords({ isPagedByApi, filtersTime, tellsUnknown }: ListReading): string {
  return [
    isPagedByApi
      ? 'Pages are those of the API, with one item more: it tells whether there are more.'
      : 'Pages are cut out of the list, which is read from its beginning.',
    filtersTime ? 'What lies outside the time asked for is left out of what the API answers.' : '',
    tellsUnknown ? 'A record about which the API answers nothing is told as not known (404 `RECORD_NOT_FOUND`).' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const inputRow = ({ parameter, source, score, why }: InputFeed, reading: ListReading) => [
  code(parameter.name),
  parameter.in,
  sourceName(source, reading),
  percent(score),
  cell(why),
];

const outputRow = (feed: OutputFeed) => [
  code(feed.output),
  feed.isRequired ? 'yes' : '',
  cell(feedName(feed)),
  percent(feed.score),
  cell(feed.why),
];

function nameOf({ operation: { method, path, operationId } }: PointProposal): string {
  return `${method} ${path}${operationId ? ` (${operationId})` : ''}`;
}

const sourceNames: Readonly<Partial<Record<InputFeed['source'], string>>> = {
  people: 'addresses of resourceData',
  question: 'subject of resourceData',
  page: 'always 1',
  language: 'Accept-Language',
  tenant: 'tenant of the user',
  nothing: 'nothing (TODO)',
};

function sourceName(source: InputFeed['source'], { asksRelated }: ListReading): string {
  return source === 'recordId' && asksRelated ? 'relatedEntities' : (sourceNames[source] ?? source);
}

function feedName({ source }: OutputFeed): string {
  if (source.kind === 'constant') return `"${source.value}"`;
  if (source.kind === 'nothing') return 'nothing (TODO)';
  if (source.kind === 'labelled') return `"${labelFor(source.field)}: " ${source.field.path.join('.')}`;
  const [first, second] = source.kind === 'field' ? [source.field] : source.fields;
  const names = (source.kind === 'field' ? [source.field] : source.fields).map(({ path }) => path.join('.'));
  return source.kind === 'composed' ? `${first?.path.join('.')}: ${second?.path.join('.')}` : names.join(', ');
}

const percent = (score: number) => `${Math.round(score * 100)} %`;

function table(lines: readonly (readonly string[])[]): string {
  const printable = lines.map((line) => line.map(plain));
  const width = (column: number) => Math.min(40, Math.max(0, ...printable.map((line) => line[column]?.length ?? 0)));
  return printable
    .map(
      (line) =>
        `  ${line
          .map((text, column) => text.padEnd(width(column)))
          .join(' ')
          .trimEnd()}\n`,
    )
    .join('');
}

function rows(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

/** A terminal does what control characters say. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

function cell(text: string): string {
  return plain(text).replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function code(text: string): string {
  return `\`${plain(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
