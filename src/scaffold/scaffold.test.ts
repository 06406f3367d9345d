/** What a plan makes: only what was chosen, in files that are right as they are. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lintPackage } from '../lint/lint.ts';
import { packageOfFiles } from '../package/connector-package.ts';
import { type Answers, filesOf, mistakeIn, planOf, type Question, questions, writeNewFolder } from './scaffold.ts';

const today = new Date('2027-03-01T12:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'saleskit-scaffold-'));
afterAll(() => rmSync(folder, { recursive: true }));

const usual = Object.fromEntries(questions.map((question) => [question.name, question.usual('my-quotes')]));

function planWith(answers: Answers) {
  const plan = planOf({ ...usual, ...answers } as Required<Answers>, today);
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}

/** The texts of a project by path. */
function textsWith(answers: Answers): Record<string, string> {
  const files = [...filesOf(planWith(answers), '1.2.3')];
  return Object.fromEntries(files.map(([path, content]) => [path, Buffer.from(content).toString('utf8')]));
}

test('what is not chosen is left out, file and line', () => {
  const texts = textsWith({ points: 'record-details', 'chat-skills': 'none', data: 'files', languages: 'de' });
  expect(Object.keys(texts).filter((path) => /^(?:src|example|test)\//.test(path))).toEqual([
    'example/agreements.json',
    'src/about.ts',
    'src/actions/record-details.ts',
    'src/application.ts',
    'src/authentication.ts',
    'src/connector.ts',
    'src/data.ts',
    'src/main.ts',
    'src/messages.ts',
    'src/messages/de.ts',
    'src/write-package.ts',
    'test/connector.test.ts',
  ]);
  const all = Object.values(texts).join('\n');
  expect(all).not.toMatch(/recordSummary|emailDraft|record-summary|email-draft|scp-get-related-activities/);
  expect(all).not.toMatch(/chatSkills|ChatAbout|chat-about|messages\/en|Fabrikam|<!--/);
  expect(texts['src/data.ts']).toContain('DATA_FILE');
});

test('each chat skill has a file and a name of its own', () => {
  const texts = textsWith({ 'chat-skills': "Chat about quotes, Customers' open orders" });
  expect(texts['src/connector.ts']).toContain(
    'chatSkills: [chatAboutQuotes(application), customersOpenOrders(application)],',
  );
  expect(texts['src/actions/chat-about-quotes.ts']).toContain("title: 'Chat about quotes'");
  expect(texts['src/actions/customers-open-orders.ts']).toContain("title: 'Customers’ open orders'");
  expect(texts['src/actions/chat-about-agreements.ts']).toBeUndefined();
  expect(texts['package/actions.json']).toContain('"operationId": "CustomersOpenOrders"');
});

test('a language that the template lacks begins in English, marked', () => {
  const texts = textsWith({ languages: 'nl,pt-br' });
  expect(texts['src/messages/nl.ts']).toMatch(/TODO: translate.*\nexport const nl: Messages/);
  expect(texts['src/messages.ts']).toContain("  ['nl', nl],\n  ['pt-BR', ptBr],\n");
});

test('the example data ends on the day before', () => {
  const { 'example/agreements.json': text = '' } = textsWith({});
  const times = [...text.matchAll(/"changedAt": "([^"]+)"/g)].map(([, time]) => time);
  expect(times.toSorted().at(-1)).toBe('2027-02-28T15:12:00Z');
});

test('a name in quotes and letters of any script stand where they belong', () => {
  const texts = textsWith({ name: "Zoë's Quotes", publisher: '株式会社' });
  expect(texts['src/about.ts']).toContain("title: 'Zoë\\'s Quotes'");
  expect(texts['src/about.ts']).toContain("publisher: '株式会社'");
  expect(JSON.parse(texts['package.json'] ?? '').name).toBe('zoe-s-quotes');
  expect(JSON.parse(textsWith({ name: '株式会社' })['package.json'] ?? '').name).toBe('connector');
});

test('npm runs its scripts with a Node of its own', () => {
  const { devDependencies, allowScripts } = JSON.parse(textsWith({})['package.json'] ?? '');
  expect({ devDependencies, allowScripts }).toMatchObject({
    devDependencies: { node: expect.stringMatching(/^\^24/) },
    allowScripts: { node: true },
  });
});

test('everything that is to be filled in stands in the readme by its file', () => {
  for (const auth of ['none', 'entra', 'openid']) {
    const { 'README.md': readme = '', ...texts } = textsWith({ auth, languages: 'en,nl' });
    const marked = Object.keys(texts).filter(
      (path) => !/^package\/.*json$/.test(path) && /TODO/.test(texts[path] ?? ''),
    );
    const [, list = ''] = readme.split('## What to do next');
    expect(marked.filter((path) => !list.includes(path) && !list.includes(path.replace(/[^/]+$/, '`')))).toEqual([]);
    expect(marked).toContain('src/authentication.ts');
  }
});

test.each(['none', 'entra', 'openid'])(
  'the package with sign-in %s has no error, only what is to be filled in',
  (auth) => {
    const files = [...filesOf(planWith({ auth }), '1.2.3')].filter(([path]) => path.startsWith('package/'));
    const inMemory = new Map(
      files.map(([path, content]) => [path.slice('package/'.length), new Uint8Array(Buffer.from(content))]),
    );
    const { findings, actions } = lintPackage(packageOfFiles('package', inMemory, { isWhole: true }));
    const told = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule));
    expect([...told].sort()).toEqual([...(auth === 'none' ? ['authentication-missing'] : []), 'placeholder-left']);
    expect(actions.filter(({ invocable }) => invocable)).toHaveLength(6);
  },
);

const question = (name: Question['name']) => questions.find((each) => each.name === name) as Question;

test.each([
  ['my-quotes', 'My Quotes'],
  ['quotes-connector', 'Quotes'],
  ['api', 'My Application'],
  ['見積', 'My Application'],
])('an application in the folder %s is called %s, as certification will take it', (place, name) => {
  expect(question('name').usual(place)).toBe(name);
  expect(mistakeIn(question('name'), name)).toBeUndefined();
});

test.each([
  ['name', 'Quotes Connector', /contains "Connector"/],
  ['name', 'A name that is much longer than thirty', /at most 30/],
  ['name', 'Quotes!', /letter or a digit/],
  ['name', 'Quo*/tes', /contains "\*"/],
  ['name', '  ', /Nothing/],
  ['publisher', 'A\nB', /contains "\\n"/],
  ['points', 'record-details,record', /no "record"\. There are/],
  ['chat-skills', 'Quotes', /two words/],
  ['chat-skills', '見積もり について', /two words/],
  ['chat-skills', 'Email draft', /the id email-draft, which is taken/],
  ['chat-skills', `Chat about ${'agreements '.repeat(6)}`, /at most 60/],
  ['data', 'cloud', /There are http, database, files/],
  ['auth', 'basic', /There are entra, openid, none/],
  ['languages', 'english', /No language|no language/],
  ['languages', 'e n', /no language tag/],
] as const)('%s "%s" is explained', (name, answer, words) => {
  expect(mistakeIn(question(name), answer)).toMatch(words);
});

test.each([
  [{ points: '', 'chat-skills': 'none' }, /needs an extension point or a chat skill/],
  [{ 'chat-skills': 'About quotes, about Quotes!' }, /have the id about-quotes/],
])('answers that do not go together are explained', (answers, words) => {
  expect(planOf({ ...usual, ...answers } as Required<Answers>, today)).toMatch(words);
});

test('a folder is filled, or left as it was', async () => {
  const place = join(folder, 'a/b');
  const clashing = new Map([
    ['one.txt', '1'],
    ['one.txt/two.txt', '2'],
  ]);
  await expect(writeNewFolder(place, clashing)).rejects.toThrow(/cannot be written .*Nothing was made/);
  expect(existsSync(join(folder, 'a'))).toBe(false);
  await writeNewFolder(place, new Map([['c/one.txt', '1']]));
  expect(readFileSync(join(place, 'c/one.txt'), 'utf8')).toBe('1');
  await expect(writeNewFolder(place, clashing)).rejects.toThrow(/is not empty: c\. Name a new folder/);
  writeFileSync(join(folder, 'file'), '');
  await expect(writeNewFolder(join(folder, 'file'), clashing)).rejects.toThrow(/is a file/);
  expect(readdirSync(folder).sort()).toEqual(['a', 'file']);
});
