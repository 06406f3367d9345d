/** What the CRM's own card shows of a record: labels and values in the user's language, in order. */
import type { CrmFields, CrmRecord } from './crm-record.ts';
import type { TextKey } from './texts/en.ts';
import { type Words, wordsIn } from './words-in.ts';

/** One row of a card. */
export interface ShownField {
  readonly label: string;
  readonly value: string;
}

type FieldName = 'topic' | 'name' | 'account' | Exclude<keyof CrmFields, 'currency'>;

/** The fields of a card, by record type. */
const cards: Readonly<Record<string, readonly FieldName[]>> = {
  opportunity: ['topic', 'amount', 'closesOn', 'stage', 'account', 'contact', 'owner'],
  account: ['name', 'industry', 'contact', 'phone', 'city', 'owner'],
  contact: ['name', 'jobTitle', 'account', 'email', 'phone', 'owner'],
  lead: ['topic', 'contact', 'jobTitle', 'account', 'email', 'phone', 'owner'],
};
const anyCard: readonly FieldName[] = [
  'name',
  ...(['amount', 'stage', 'openedOn', 'closesOn', 'account', 'contact', 'jobTitle'] as const),
  ...(['email', 'phone', 'industry', 'city', 'owner'] as const),
];

/** The fields that a record has, as its card shows them. */
export function shownFields(record: CrmRecord, language: string): ShownField[] {
  const words = wordsIn(language);
  return (cards[record.type] ?? anyCard).flatMap((name) => {
    const value = shownValue(record, name, words);
    return value === undefined ? [] : [{ label: words.text(`field.${name}`), value }];
  });
}

/** A sales stage in words, or as it is where the texts do not know it. */
export function stageText(stage: string, words: Words): string {
  const key = stageKeys[stage];
  return key ? words.text(key) : stage;
}

const stageKeys: Readonly<Record<string, TextKey | undefined>> = {
  qualify: 'stage.qualify',
  develop: 'stage.develop',
  propose: 'stage.propose',
  close: 'stage.close',
};

function shownValue({ name, account, fields }: CrmRecord, field: FieldName, words: Words): string | undefined {
  if (field === 'topic' || field === 'name') return name;
  if (field === 'account') return account;
  const value = fields[field];
  if (value === undefined) return undefined;
  if (typeof value === 'number') return words.money(value, fields.currency ?? 'USD');
  if (field === 'closesOn' || field === 'openedOn') return words.day(value);
  return field === 'stage' ? stageText(value, words) : value;
}
