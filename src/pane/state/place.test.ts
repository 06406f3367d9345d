import { expect, test } from 'vitest';
import { oddNamesIn, placeOf, searchOf } from './place.ts';

test('a place survives its address', () => {
  const search = '?page=records&record=opportunity%3A1&crm=salesforce&inspector=open&seller=sara';
  expect(new URLSearchParams(searchOf(placeOf(search)))).toEqual(
    new URLSearchParams('page=records&crm=salesforce&inspector=open&record=opportunity:1&seller=sara'),
  );
});

test('what is not as it is shown is odd; what is usual or not known is not', () => {
  const odd = '?page=nope&crm=sap&theme=pink&pane=x&inspector=half';
  expect(oddNamesIn(odd, placeOf(odd))).toEqual(['page', 'crm', 'theme', 'pane', 'inspector']);
  const fine = '?page=mail&crm=dynamics365&record=account:1&utm=1&inspector=open';
  expect(oddNamesIn(fine, placeOf(fine))).toEqual([]);
  const { mail: _, ...withoutMail } = placeOf('?mail=gone');
  expect(oddNamesIn('?mail=gone', withoutMail)).toEqual(['mail']);
});
