import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailOfEml, mailOfJson, readMail } from './read-mail.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saleskit-mail-'));
});
afterAll(() => rm(folder, { recursive: true }));

const eml = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1');

const multipart = eml(
  'From: =?UTF-8?B?SmVhbiBEdXByw6k=?= <jean@example.com>',
  'To: "Smith, Kenny" <kenny@contoso.com>, Team: mona@contoso.com, ray@contoso.com;',
  'Cc: sara@contoso.com',
  'Subject: =?iso-8859-1?Q?D=E9lai_de_livraison?=',
  'Date: Fri, 13 Mar 2026 18:20:00 +0100',
  'Message-ID: <1@example.com>',
  'References: <0@example.com> <0b@example.com>',
  'Content-Language: fr-FR',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=m',
  '',
  '--m',
  'Content-Type: multipart/alternative; boundary=a',
  '',
  '--a',
  'Content-Type: text/plain; charset=windows-1252',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Le prix est de 10 =80 =E0 Gen=E8ve.',
  '--a',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<p>Le prix est de 10 € à Genève.</p>').toString('base64'),
  '--a--',
  '--m',
  'Content-Type: application/pdf; name=offer.pdf',
  'Content-Disposition: attachment; filename=offer.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  'SECRETSECRETSECRET==',
  '--m--',
);

test('an .eml is read with its encodings, groups and both bodies, without its attachment', async () => {
  const file = join(folder, 'offer.eml');
  await writeFile(file, multipart);
  const mail = await readMail(file);
  expect(mail).toEqual({
    id: 'offer.eml',
    language: 'fr-FR',
    related: [],
    names: { 'jean@example.com': 'Jean Dupré', 'kenny@contoso.com': 'Smith, Kenny' },
    from: 'jean@example.com',
    to: ['kenny@contoso.com', 'mona@contoso.com', 'ray@contoso.com'],
    cc: ['sara@contoso.com'],
    bcc: [],
    subject: 'Délai de livraison',
    plaintextBody: expect.stringContaining('Le prix est de 10 € à Genève.'),
    fullHtmlBody: expect.stringContaining('<p>Le prix est de 10 € à Genève.</p>'),
    sentDateTime: '2026-03-13T17:20:00.000Z',
    messageId: '<1@example.com>',
    conversationId: '<0@example.com>',
  });
  expect(JSON.stringify(mail)).not.toContain('SECRET');
});

test('a mail with a text alone, and a date that is none, has neither HTML nor time', async () => {
  const mail = await mailOfEml(eml('From: a@example.com', 'Date: soon', 'Subject: Hi', '', 'Hello'), 'a.eml');
  expect(mail).toMatchObject({ from: 'a@example.com', subject: 'Hi', plaintextBody: expect.stringContaining('Hello') });
  expect(mail).not.toHaveProperty('fullHtmlBody');
  expect(mail).not.toHaveProperty('sentDateTime');
});

test.each([
  ['plain words', eml('Hello', 'there'), 'a.eml has no header such as'],
  ['nothing', eml(''), 'a.eml has no header such as'],
  ['a .msg', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Save it as .eml'],
  ['headers of something else', eml('Host: example.com', '', ''), 'has neither sender, subject nor text'],
])('%s is no mail, and the error says why', async (_, bytes, message) => {
  await expect(mailOfEml(bytes, 'a.eml')).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining(message),
  });
});

test('JSON has the fields of resourceData, at the top or in a whole request', () => {
  const fields = { subject: 'Contract', from: 'alberto@fourthcoffee.com', to: ['kenny@contoso.com'] };
  const mail = { id: 'mail.json', related: [], names: {}, ...fields };
  expect(mailOfJson(JSON.stringify({ ...fields, bcc: null }), 'drafts/mail.json')).toEqual(mail);
  expect(mailOfJson(JSON.stringify({ resourceData: fields, top: 5 }), 'mail.json')).toEqual(mail);
});

test.each([
  ['{\n  "subject": "Hi",\n}', 'm.json:2:18: A comma stands before the closing bracket'],
  ['{ "subject": "Hi" // greeting\n}', 'm.json:1:19: JSON has no comments'],
  ['{ "subject": "Hi", "subject": "Ho" }', 'm.json:1:20: The key "subject" stands here twice'],
  ['{\n  "plainTextBdy": "x" }', 'm.json:2:3: plainTextBdy is not known here. Did you mean plaintextBody?'],
  ['{ "to": "kenny@contoso.com" }', 'm.json:1:9: to: a list [ ] or null is expected, not "kenny@contoso.com".'],
  ['{ "to": ["a@b.c", 7] }', 'm.json:1:19: to[1]: a text is expected, not 7.'],
  ['{ "subject": "Hi", "sentDateTime": "soon" }', 'm.json:1:36: sentDateTime: a time in ISO 8601 such as'],
  ['[]', 'm.json:1:1: an object { } is expected, not a list.'],
  ['', 'm.json:1:1: The file is empty'],
])('%s is refused with its place', (text, message) => {
  expect(() => mailOfJson(text, 'm.json')).toThrow(message);
});

test('JSON in another encoding is refused with its place', () => {
  expect(() => mailOfJson(Buffer.from('{ "subject": "Größe" }', 'latin1'), 'm.json')).toThrow(
    'm.json:1:1: The file is in an encoding other than UTF-8',
  );
  expect(() => mailOfJson(Buffer.from('\uFEFF{}', 'utf16le'), 'm.json')).toThrow('The file is in UTF-16');
  expect(mailOfJson(Buffer.from('\uFEFF{ "subject": "Größe" }'), 'm.json').subject).toBe('Größe');
});

test('a file that is not there is named', async () => {
  await expect(readMail(join(folder, 'none.eml'))).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining('none.eml is not there. Give a file'),
  });
  await expect(readMail(folder)).rejects.toThrow(`The mail ${folder} is a folder. Give a file in it`);
});
