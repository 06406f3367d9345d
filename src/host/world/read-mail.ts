/** A mail of one's own, from a file: .eml, or JSON with the fields of resourceData. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import { extensionPoints, type Field, inputSchema, type JsonSchema } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import { checkBySchema, type SchemaProblem } from '../configuration/check-by-schema.ts';
import { pathText, readJson } from '../configuration/json-source.ts';
import type { Mail, MailData } from './mail.ts';

const mailSchema = {
  ...inputSchema({ inputs: extensionPoints.emailSummary.models.ExtensibilityEmail, models: {} }),
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The names of the fields of resourceData. */
export const mailFields = extensionPoints.emailSummary.models.ExtensibilityEmail.map(({ name }) => name);

/**
 * Reads a mail from a file; its id is the file's name. Throws a CodedError INVALID_ARGUMENT with file, line and column.
 */
export async function readMail(file: string): Promise<Mail> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const why = refusals[cause.code ?? ''] ?? `cannot be read: ${cause.message}`;
    throw new CodedError('INVALID_ARGUMENT', `The mail ${file} ${why}`, { cause });
  });
  const isJson = extname(file).toLowerCase() === '.json' || /^(?:\uFEFF)?\s*[{[]/.test(bytes.toString('utf8', 0, 200));
  return isJson ? mailOfJson(bytes, file) : mailOfEml(bytes, file);
}

/** By the operating system's codes, what is wrong and how to mend it. */
const refusals: Readonly<Record<string, string>> = {
  ENOENT: 'is not there. Give a file: .eml, or .json with the fields of resourceData.',
  ENOTDIR: 'is not there: a part of its path is a file.',
  EISDIR: 'is a folder. Give a file in it: .eml, or .json with the fields of resourceData.',
  EACCES: 'may not be read by you. Give yourself the right to read it.',
  EPERM: 'may not be read by you. Give yourself the right to read it.',
};

/** A mail from JSON with the fields of resourceData, or from a whole request that has them under resourceData. */
export function mailOfJson(json: string | Uint8Array, file: string): Mail {
  const source = readJson(json, file, 'INVALID_ARGUMENT');
  const request = source.value as { readonly resourceData?: unknown } | null;
  const path = request?.resourceData === undefined ? [] : ['resourceData'];
  const value = path.length > 0 ? request?.resourceData : request;
  const problems = problemsOf(value).map((problem) => {
    const place = [...path, ...problem.path];
    const at = problem.about === 'name' ? source.placeOfName(place) : source.placeOf(place);
    return `${at}: ${inWords(problem)}`;
  });
  return mailOfChecked(value, problems, basename(file));
}

/** A mail from the fields of resourceData that a program gave. */
export function mailOfFields(value: unknown, id: string): Mail {
  return mailOfChecked(value, problemsOf(value).map(inWords), id);
}

/** What is wrong with the fields of a mail: their shapes, then their times. */
function problemsOf(value: unknown): SchemaProblem[] {
  const shape = checkBySchema(value, mailSchema);
  return shape.length > 0 ? shape : timeProblems(value as MailData);
}

/** The times of a mail that are none. */
export function timeProblems(mail: MailData): SchemaProblem[] {
  return timeFields.flatMap((name) => {
    const time = mail[name];
    if (typeof time !== 'string' || isTime(time)) return [];
    const message = `a time in ISO 8601 such as 2026-03-31T09:00:00Z is expected, not "${time}".`;
    return [{ path: [name], about: 'value' as const, message }];
  });
}

const { ExtensibilityEmail: declared } = extensionPoints.emailSummary.models;
const timeFields = (declared as readonly Field[])
  .filter(({ format }) => format === 'date-time')
  .map(({ name }) => name as keyof MailData);

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d|$)/i.test(text) && !Number.isNaN(Date.parse(text));
}

function mailOfChecked(value: unknown, problems: readonly string[], id: string): Mail {
  if (problems.length > 0) throw new CodedError('INVALID_ARGUMENT', problems.join('\n'));
  const given = Object.entries(value as MailData).filter(([, field]) => field !== null);
  return { ...(Object.fromEntries(given) as MailData), id, related: [], names: {} };
}

function inWords({ about, path, message }: SchemaProblem): string {
  return about === 'value' && path.length > 0 ? `${pathText(path)}: ${message}` : message;
}

/** A mail from the bytes of an .eml file (RFC 5322, MIME); attachments are left out. */
export async function mailOfEml(bytes: Uint8Array, file: string): Promise<Mail> {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1');
  if (head.startsWith('\xD0\xCF\x11\xE0')) {
    throw malformed(file, 'is a message in the format of Outlook (.msg). Save it as .eml.');
  }
  if (!/^[!-9;-~]+[ \t]*:/m.test(head)) {
    throw malformed(file, 'has no header such as "From: alberto@fourthcoffee.com" in its first line.');
  }
  const mail = await PostalMime.parse(bytes).catch((cause: Error) => {
    throw malformed(file, `is no mail that can be read: ${cause.message}.`, cause);
  });
  const [from] = mailboxes(mail.from);
  if (!from && !mail.subject && !mail.text && !mail.html) {
    throw malformed(file, 'has neither sender, subject nor text. Is it a mail saved as .eml?');
  }
  const [to, cc, bcc] = [mail.to, mail.cc, mail.bcc].map((addresses) => (addresses ?? []).flatMap(mailboxes)) as [
    Mailbox[],
    Mailbox[],
    Mailbox[],
  ];
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value.trim();
  const language = header('content-language')?.split(',')[0]?.trim();
  const conversationId = header('thread-index') ?? mail.references?.split(/\s+/)[0] ?? mail.inReplyTo;
  const known = [from ?? [], to, cc, bcc].flat().filter(({ name }) => name !== '');
  return {
    id: basename(file),
    related: [],
    names: Object.fromEntries(known.map(({ name, address }) => [address.toLowerCase(), name])),
    ...(language && { language }),
    ...(from && { from: from.address }),
    to: to.map(({ address }) => address),
    cc: cc.map(({ address }) => address),
    bcc: bcc.map(({ address }) => address),
    ...(mail.subject !== undefined && { subject: mail.subject }),
    ...(mail.text !== undefined && { plaintextBody: mail.text }),
    ...(mail.html !== undefined && { fullHtmlBody: mail.html }),
    ...(mail.date && !Number.isNaN(Date.parse(mail.date)) && { sentDateTime: new Date(mail.date).toISOString() }),
    ...(mail.messageId && { messageId: mail.messageId }),
    ...(conversationId && { conversationId }),
  };
}

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** The mailboxes of an address; a group stands for its members. */
function mailboxes(address: Address | undefined): Mailbox[] {
  if (!address) return [];
  if (address.group) return address.group.flatMap(mailboxes);
  return address.address ? [{ name: address.name, address: address.address }] : [];
}

function malformed(file: string, complaint: string, cause?: Error): CodedError {
  return new CodedError('INVALID_ARGUMENT', `${file} ${complaint}`, cause && { cause });
}
