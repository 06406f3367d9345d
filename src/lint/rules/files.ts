/** What is wrong with the files themselves, as the room package reads them. */
import type { Rule } from '../rule.ts';
import { ofFinding } from './discovered.ts';

const certification =
  'Power Platform certification: definitions are strict JSON in UTF-8 (paconn and the portal read nothing else)';
const wellFormed = '{ "swagger": "2.0", "info": { "title": "Quotes", "version": "1" }, "paths": {} }';

type Declared = Pick<Rule, 'id' | 'severity' | 'title' | 'why' | 'bad'> & Partial<Pick<Rule, 'good' | 'check'>>;

const declared: readonly Declared[] = [
  {
    id: 'file-empty',
    severity: 'error',
    title: 'A file is empty',
    why: 'There is nothing to read, so nothing of it can be right.',
    bad: { definition: '' },
  },
  {
    id: 'file-invalid-json',
    severity: 'error',
    title: 'A file is no valid JSON',
    why: 'Nothing reads the file: neither the portal nor paconn. What can be read all the same is checked all the same. 16 of 1,036 published files break this.',
    bad: { definition: wellFormed.replace('"Quotes",', '"Quotes"') },
  },
  {
    id: 'file-trailing-comma',
    severity: 'error',
    title: 'A comma stands before a closing bracket',
    why: 'JSON allows none there; tolerant editors hide it. 7 of 1,036 published files.',
    bad: { definition: wellFormed.replace('"paths": {}', '"paths": {},') },
  },
  {
    id: 'file-invalid-yaml',
    severity: 'error',
    title: 'A file is no valid YAML',
    why: 'It cannot be read. (The Power Platform itself takes JSON only.)',
    bad: { name: 'openapi.yaml', definition: 'swagger: "2.0\ninfo: {' },
  },
  {
    id: 'file-duplicate-key',
    severity: 'error',
    title: 'A key stands twice in one object',
    why: 'Readers keep one of the two without a word; which one differs. 4 of 1,012 published definitions.',
    bad: { definition: wellFormed.replace('"paths": {}', '"paths": {}, "paths": {}') },
  },
  {
    id: 'file-too-deep',
    severity: 'error',
    title: 'A file is nested too deeply',
    why: 'Readers give up on such a file, or break.',
    bad: { definition: `${'['.repeat(600)}${']'.repeat(600)}` },
  },
  {
    id: 'file-no-object',
    severity: 'error',
    title: 'A file holds no JSON object',
    why: 'A definition, properties and actions are objects.',
    bad: { properties: '[]' },
  },
  {
    id: 'file-byte-order-mark',
    severity: 'warning',
    title: 'A file begins with a byte order mark',
    why: 'paconn validate reads it, paconn create and update break on it. 4 of 1,036 published files.',
    bad: { definition: `\uFEFF${wellFormed}` },
  },
  {
    id: 'file-wrong-encoding',
    severity: 'error',
    title: 'A file is not in UTF-8',
    why: 'Other encodings arrive garbled, or not at all. 2 of 1,036 published files.',
    bad: { encoding: 'latin1', definition: wellFormed.replace('Quotes', 'Angebote für Händler') },
  },
  {
    id: 'definition-version',
    severity: 'error',
    title: 'The definition is OpenAPI 2.0',
    why: 'Custom connectors are read as Swagger 2.0; OpenAPI 3 must be converted first.',
    bad: { definition: { swagger: null, openapi: '3.0.1' } },
    check: (model) => (model.root.openapi === undefined ? [] : ofFinding('definition-version')(model)),
  },
  {
    id: 'definition-paths',
    severity: 'error',
    title: 'The definition has paths',
    why: 'Without paths there is no operation, and nothing to invoke.',
    bad: { definition: { paths: null } },
  },
];

export const fileRules: readonly Rule[] = declared.map((rule) => ({
  group: 'package',
  source: certification,
  good: {},
  check: ofFinding(rule.id),
  ...rule,
}));
