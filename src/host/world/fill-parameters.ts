/** The parameters of a chat skill, filled from a question and the open record without a model. */
import type { Crm } from './crm.ts';
import { accountNameOf, type CrmRecord } from './crm-record.ts';
import type { Skill, SkillParameter } from './skill.ts';

/** What a question is asked in: the open record, if any, and the records whose names it may speak of. */
export interface ChatSituation {
  readonly question: string;
  readonly crm: Crm;
  readonly record?: CrmRecord;
  readonly records: readonly CrmRecord[];
}

/** Inputs by parameter name, and what is told about them. */
export interface FilledParameters {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  /** One clause an input: where its value comes from. */
  readonly origins: readonly string[];
  /** Something was taken from the open record. */
  readonly usesRecord: boolean;
}

interface Found {
  readonly value: string | number | boolean;
  readonly origin: string;
  readonly isOfRecord?: boolean;
}

type Finder = (situation: ChatSituation) => Found | undefined;

/** What a text parameter is about, by the words of its name and description; the first that fits and finds counts. */
const subjects: readonly (readonly [speaksOf: RegExp, find: Finder])[] = [
  [/\b(record|entity|object) ?type\b/i, ({ record }) => fromRecord(record?.type, record)],
  [/\b(account|customer|company|client|organi[sz]ation)s?\b/i, accountName],
  [/\b(opportunit(y|ies)|deal)s?\b/i, (situation) => nameOfType('opportunity', situation)],
  [/\b(contact|person|people|stakeholder)s?\b/i, (situation) => nameOfType('contact', situation)],
  [/\bleads?\b/i, (situation) => nameOfType('lead', situation)],
  [
    /\b(question|query|search|prompt|keywords?|text)\b/i,
    ({ question }) => ({ value: question, origin: 'the question' }),
  ],
];

/** Fills what can be filled; a default of the definition is left to the definition. */
export function fillParameters({ parameters }: Skill, situation: ChatSituation): FilledParameters {
  const numbers = numbersIn(situation);
  const found = parameters.map((parameter) => ({ parameter, value: findValue(parameter, situation, numbers) }));
  return {
    inputs: Object.fromEntries(found.flatMap(({ parameter, value }) => (value ? [[parameter.name, value.value]] : []))),
    missing: found
      .filter(({ parameter, value }) => parameter.required && !value && parameter.default === undefined)
      .map(({ parameter }) => parameter.name),
    origins: found.flatMap(({ parameter, value }) => (value ? [`${parameter.name} is ${value.origin}`] : [])),
    usesRecord: found.some(({ value }) => value?.isOfRecord),
  };
}

/** Whether a parameter asks for an account by name. */
export function isAboutAccount(parameter: SkillParameter): boolean {
  return parameter.type === 'string' && /\b(account|customer|company)/i.test(wordsOf(parameter));
}

/** The account that a question names: the longest name, where one is part of another. */
export function accountNamedIn({ question, records }: ChatSituation): string | undefined {
  const names = records.map(accountNameOf).filter((name) => name !== undefined);
  return longestNamed(names, question);
}

/** Whether a question names a record or an account that is known. */
export function namesKnownRecord({ question, records }: ChatSituation): boolean {
  const names = records.flatMap(({ name, account }) => [name, account ?? []].flat());
  return longestNamed(names, question) !== undefined;
}

function findValue(parameter: SkillParameter, situation: ChatSituation, numbers: number[]): Found | undefined {
  const members = parameter.enum?.map(String) ?? [];
  if (members.length > 0) {
    const member = longestNamed(members, situation.question);
    const value = parameter.enum?.find((each) => String(each) === member);
    return value === undefined ? undefined : { value, origin: 'a choice named in the question' };
  }
  if (parameter.type === 'boolean') return undefined;
  if (parameter.type !== 'string') {
    const index = numbers.findIndex((number) => parameter.type === 'number' || Number.isInteger(number));
    const [value] = index === -1 ? [] : numbers.splice(index, 1);
    return value === undefined ? undefined : { value, origin: 'a number in the question' };
  }
  const words = wordsOf(parameter);
  if (/\b(record|entity|account|opportunity|contact|lead)s? ?(id|identifier)\b|\bunique identifier\b/i.test(words)) {
    return fromRecord(situation.record?.ids[situation.crm.type], situation.record);
  }
  for (const [speaksOf, find] of subjects) {
    const found = speaksOf.test(words) ? find(situation) : undefined;
    if (found) return found;
  }
  const quoted = /["“„«「]([^"”“»」]+)["”“»」]/.exec(situation.question)?.[1]?.trim();
  return quoted ? { value: quoted, origin: 'quoted in the question' } : undefined;
}

/** Name and description in words: accountName gives "account Name". */
function wordsOf({ name, description }: SkillParameter): string {
  return `${name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ')} ${description}`;
}

function accountName(situation: ChatSituation): Found | undefined {
  const named = accountNamedIn(situation);
  if (named) return { value: named, origin: 'named in the question' };
  return fromRecord(situation.record && accountNameOf(situation.record), situation.record);
}

function nameOfType(type: string, { question, record, records }: ChatSituation): Found | undefined {
  const names = records.filter((each) => each.type === type).map(({ name }) => name);
  const named = longestNamed(names, question);
  if (named) return { value: named, origin: 'named in the question' };
  return record?.type === type ? fromRecord(record.name, record) : undefined;
}

function fromRecord(value: string | undefined, record: CrmRecord | undefined): Found | undefined {
  return value === undefined ? undefined : { value, origin: `of the open ${record?.type}`, isOfRecord: true };
}

function longestNamed(names: readonly string[], question: string): string | undefined {
  return names.toSorted((one, other) => other.length - one.length).find((name) => placeOfName(name, question) >= 0);
}

/** Where a text has a name as words of its own, without case; -1 where it has not. */
export function placeOfName(name: string, text: string): number {
  const [wanted, lower] = [name.toLowerCase(), text.toLowerCase()];
  const isLetter = (character: string) =>
    /[\p{L}\d]/u.test(character) && !/[\p{Script=Han}\p{Script=Hiragana}]/u.test(character);
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!isLetter(lower.charAt(at - 1)) && !isLetter(lower.charAt(at + wanted.length))) return at;
  }
  return -1;
}

/** The numbers of the question, but for those in names of records. */
function numbersIn({ question, records }: ChatSituation): number[] {
  const names = records.flatMap((record) => [record.name, record.account ?? '']).filter((name) => /\d/.test(name));
  const rest = names.reduce((text, name) => text.replaceAll(name, ' '), question);
  return [...rest.matchAll(/(?<![\p{L}\d-])\d+(?:\.\d+)?(?![\p{L}\d-])/gu)].map(([number]) => Number(number));
}
