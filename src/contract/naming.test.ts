import { expect, test } from 'vitest';
import { camelCase, labelOf, pascalCase, propertyName } from './naming.ts';

test.each([
  ['crmOrgUrl', 'CRM Org URL'],
  ['recordTypePluralDisplayName', 'Record Type Plural Display Name'],
  ['Top', 'Top'],
  ['fullHtmlBody', 'Full HTML Body'],
])('the label of %s is %s', (name, label) => {
  expect(labelOf(name)).toBe(label);
});

test('ids become names of code', () => {
  expect(pascalCase('email-summary-v1')).toBe('EmailSummaryV1');
  expect(camelCase('email-summary-v1')).toBe('emailSummaryV1');
  expect(propertyName('Top')).toBe('top');
});
