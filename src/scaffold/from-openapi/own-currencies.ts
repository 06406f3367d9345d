/** Amounts and currencies that an API keeps apart, and sellers read as one. */
import type { OwnField } from './own-schema.ts';
import type { Currencies } from './proposal.ts';
import { wordsOf } from './words.ts';

const amountWords = ['amount', 'value'];
const currencyWords = ['currency', 'code', 'iso'];

/** By each amount, its currency: `total.amount` and `total.currency`, `totalAmount` and `totalCurrency`, `price` and `currency`. */
export function currenciesIn(fields: readonly OwnField[]): Currencies {
  const currencies = fields.filter(
    (field) => field.type === 'string' && !field.isList && nameOf(field).includes('currency'),
  );
  return new Map(
    fields.flatMap((field): [OwnField, OwnField][] => {
      const beside = currencies.filter((currency) => placeOf(currency) === placeOf(field));
      const currency =
        beside.find((each) => stem(each, currencyWords) === stem(field, amountWords)) ?? general(field, beside);
      return isAmount(field) && currency ? [[field, currency]] : [];
    }),
  );
}

/** The one currency of all that has an amount in its name. */
function general(field: OwnField, beside: readonly OwnField[]): OwnField | undefined {
  const isMoney = nameOf(field).some((word) => moneyWords.has(word));
  return isMoney ? beside.find((each) => stem(each, currencyWords) === '') : undefined;
}

const moneyWords = new Set([
  'amount',
  'total',
  'subtotal',
  'price',
  'value',
  'sum',
  'fee',
  'cost',
  'revenue',
  'net',
  'gross',
]);

const isAmount = ({ type, isList }: OwnField) => !isList && (type === 'number' || type === 'integer');
const nameOf = ({ path }: OwnField) => wordsOf(path.at(-1) ?? '');
const placeOf = ({ path }: OwnField) => JSON.stringify(path.slice(0, -1));

function stem(field: OwnField, without: readonly string[]): string {
  return nameOf(field)
    .filter((word) => !without.includes(word))
    .join(' ');
}
