/** The function that answers an extension point out of an API of one's own, as TypeScript. */
import type { ListReading } from './list-reading.ts';
import type { InputFeed, PointProposal } from './proposal.ts';
import { access, quoted } from './typescript-text.ts';

/** How the function and an item's type are called, and with what others are. */
export interface Names {
  readonly name: string;
  readonly typeName: string;
  /** Of requestFor: of input and context. */
  readonly asked: readonly string[];
  /** Of itemFrom, after the item. */
  readonly made: readonly string[];
}

/** The function, and those that it calls: `ask` gives what the API has, `isKnown` whether it has the record at all. */
export function handlerCode(
  { operation, inputs, reading }: PointProposal,
  { name, typeName, asked, made }: Names,
): string {
  const { isPagedByApi, filtersTime, recordTypes } = reading;
  const list = operation.list.map((each) => access(each, false)).join('');
  const items = `found.map((each) => itemFrom(${['each', ...made].join(', ')}))`;
  const within = filtersTime ? '.filter(({ dateTime }) => isWithin(dateTime, input))' : '';
  const whose = nobodys(inputs, reading);
  const lines = [
    recordTypes.length > 0 && `expectRecordType(input.recordType, [${recordTypes.map(quoted).join(', ')}]);`,
    whose && `if (${whose}) return ${isPagedByApi ? '{ items: [], hasMoreResults: false }' : '[]'};`,
    'const found = await ask(input, context);',
    reading.tellsUnknown && `if (${emptyFor(reading)}) throw unknownRecord();`,
    ...(isPagedByApi ? pageLines(items, reading.most) : [`return ${items}${within};`]),
  ].filter((line) => typeof line === 'string');
  return `export async function ${name}(input: Input, context: Context): Promise<${isPagedByApi ? 'Page<Item>' : 'Item[]'}> {
${lines.map((line) => `  ${line}`).join('\n')}
}

async function ask(input: Input, context: Context): Promise<readonly ${typeName}[]> {
  const answer = await askOwnApi<Answer>(requestFor(${asked.join(', ')}), context);
  return answer${list} ?? [];
}${asksAgain(reading) ? `\n\n${isKnown}` : ''}`;
}

/** Where the question names nobody: without a parameter, the API would answer what is anybody's. */
function nobodys(inputs: readonly InputFeed[], { asksRelated }: ListReading): string | undefined {
  if (inputs.some(({ source }) => source === 'people')) return 'addressesIn(input.resourceData).length === 0';
  const ids = inputs.filter(({ source }) => source === 'recordId');
  if (!asksRelated) return undefined;
  return ids.map(({ recordType }) => `!relatedId(input${recordType ? `, ${quoted(recordType)}` : ''})`).join(' && ');
}

/** What an empty list means depends on what was asked for. */
function emptyFor(reading: ListReading): string {
  const first = reading.isPagedByApi ? ' && input.skip === 0' : '';
  const again = asksAgain(reading) ? ' && !(await isKnown(input, context))' : '';
  return `found.length === 0${first}${again}`;
}

const asksAgain = ({ tellsUnknown, sendsTime }: ListReading) => tellsUnknown && sendsTime;

const isKnown = `/** Nothing in the time asked for is no unknown record. */
async function isKnown(input: Input, context: Context): Promise<boolean> {
  const always = { startDateTime: new Date(0), endDateTime: new Date('9999-12-31') };
  return (await ask({ ...input, ...always }, context)).length > 0;
}`;

/** One more than wanted was asked for, but for the most that the API answers: a list as long may have more. */
function pageLines(items: string, most: number | undefined): string[] {
  if (most === undefined) return [`return page(${items}, input.top);`];
  return [
    `const items = ${items};`,
    `return { items: items.slice(0, input.top), hasMoreResults: items.length > Math.min(input.top, ${most - 1}) };`,
  ];
}
