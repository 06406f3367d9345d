/** Published connectors, where they are at hand: all are linted, every error is a true one, the certified one is judged rightly. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LintedPackage, lintPackage } from '../../src/lint/lint.ts';
import { type ConnectorPackage, readPackage } from '../../src/package/connector-package.ts';
import { valueAt } from '../../src/package/json-pointer.ts';

const shared = join(import.meta.dirname, '../../../shared/corpus');
const corpus = process.env.SALESKIT_CORPUS ?? shared;
const names = existsSync(corpus)
  ? readdirSync(corpus, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

/** Errors that were looked up in the files: what is broken, and why it is an error. */
const trueErrors: Readonly<Record<string, readonly string[]>> = {
  // Syntax: a parser of JSON refuses the file.
  '0169-easyvista-service-manager': ['file-invalid-json'], // a tab within a string
  '0245-in-d-invoice-data-capture': ['file-invalid-json'], // a comma is missing
  '0365-pug-gamified-engagement': ['file-trailing-comma'],
  '0401-rainbird': ['file-duplicate-key'], // description twice
  '0457-signinghub': ['file-invalid-json'], // a comma is missing
  '0657-accuweather': ['file-invalid-json'], // a comma is missing
  '0809-icon-horse': ['file-invalid-json'], // a brace is missing
  // Limits and forms that the documentation states.
  '0285-lassox': ['UrlNotValid'], // htpts://
  '0361-pipware-kpis': ['UrlNotValid'], // "Not Available"
  '0389-powerbi-robots': ['ValueContainsRestrictedWords'], // Power BI in the title
  '0625-companieshouse': ['FieldLengthNotInRange'], // a description of 17 characters
  '0633-instagram-professional': ['properties-brand-color'], // #007ee5, refused by name
  '0885-openweather': ['FieldLengthNotInRange'], // a description of 4 characters
};

describe.skipIf(names.length === 0)(`the published connectors in ${corpus}`, async () => {
  const read = new Map<string, ConnectorPackage>();
  const linted = new Map<string, LintedPackage>();
  for (const name of names) {
    const connector = await readPackage(join(corpus, name));
    read.set(name, connector);
    linted.set(name, lintPackage(connector));
  }

  test('are linted without a crash, each finding in its place', () => {
    expect(linted.size).toBe(names.length);
    for (const [name, { findings }] of linted)
      for (const { line, column, message } of findings) {
        expect(line, `${name}: ${message}`).toBeGreaterThan(0);
        expect(column, `${name}: ${message}`).toBeGreaterThan(0);
      }
  });

  test.skipIf(!names.includes('0809-icon-horse'))('have the errors that are known to be true, and no other', () => {
    const errors = [...linted].flatMap(([name, { findings }]): [string, string[]][] => {
      const rules = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
      return rules.length > 0 ? [[name, [...new Set(rules)].sort()]] : [];
    });
    expect(Object.fromEntries(errors)).toEqual(trueErrors);
  });

  test('have findings whose pointers resolve, or are empty', () => {
    for (const [name, { findings }] of linted) {
      const { definition, properties } = read.get(name) as ConnectorPackage;
      for (const { file, pointer = '', message } of findings) {
        if (pointer === '') continue;
        const source = file === properties?.file ? properties : definition;
        expect(valueAt(source?.value, pointer) !== undefined, `${name} ${pointer}: ${message}`).toBe(true);
      }
    }
  });

  const certified = [...linted].find(([name]) => name.includes('seismic-for-copilot-for-sales'))?.[1];
  test.skipIf(!certified)('the certified connector is invocable at both its extension points', () => {
    const points = certified?.actions.filter(({ extensionPoint }) => extensionPoint);
    expect(points?.map((each) => [each.extensionPoint, each.matchedBy, each.invocable])).toEqual([
      ['record-details', 'description', true],
      ['record-summary', 'description', true],
    ]);
  });

  test.skipIf(!certified)('of the certified connector nothing is said but what is so', () => {
    const told = new Set(certified?.findings.map(({ rule, severity }) => `${severity} ${rule}`));
    expect([...told].sort()).toEqual(
      [
        // A full stop is missing.
        'info action-description-loose',
        'info input-description-loose',
        'info output-description-loose',
        // Two responses with a schema and scp-… ids: Copilot for Sales wants both.
        'info OperationHasManyResponsesWithSchema',
        'info OperationIdSanitized',
        // Sellers sign in at Seismic.
        'info authentication-entra',
        // The corpus holds two files of each package.
        'info icon-missing',
        'warning readme-missing',
        'info outputs-unlabelled',
        // Account and Opportunity, where the host sends account and opportunity.
        'warning input-enum-spelling',
        // Neither envelope requires value.
        'warning output-not-required',
      ].sort(),
    );
  });
});
