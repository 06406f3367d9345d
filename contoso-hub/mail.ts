/** What Contoso Hub reads out of a mail. Nothing of it is stored or logged. */
import { type Topic, topicsOf } from './topics.ts';

export interface MailData {
  readonly plaintextBody?: string | undefined;
  readonly fullHtmlBody?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
}

export interface Mail {
  /** The sender's address in lower case. */
  readonly sender: string | undefined;
  /** Addresses of all participants in lower case, the sender first, each once. */
  readonly participants: readonly string[];
  /** Subject and body in lower case. */
  readonly subject: string;
  readonly body: string;
  readonly subjectTopics: ReadonlySet<Topic>;
  readonly bodyTopics: ReadonlySet<Topic>;
}

/** Characters of a body that are read: the newest part of a thread stands first. */
const readLength = 20_000;
/** Of an address, as a URL would carry it. */
const longestAddress = 254;

export function readMail(data: MailData): Mail {
  const subject = (data.subject ?? '').slice(0, 1000).toLowerCase();
  const plain = data.plaintextBody?.slice(0, readLength);
  const body = (plain ?? textOfHtml(data.fullHtmlBody ?? '')).toLowerCase();
  const addresses = addressesIn([data.from ?? '', ...(data.to ?? []), ...(data.cc ?? []), ...(data.bcc ?? [])]);
  return {
    sender: addressesIn([data.from ?? ''])[0],
    participants: addresses,
    subject,
    body,
    subjectTopics: topicsOf(subject),
    bodyTopics: topicsOf(body),
  };
}

/** The mail addresses in these texts ("Kenny Smith <kenny@contoso.com>", lists with commas), in lower case, each once. */
export function addressesIn(texts: readonly string[]): string[] {
  const found = texts
    .slice(0, 1000)
    .flatMap((text) => text.slice(0, readLength).split(/[\s<>,;:"()[\]]+/))
    .filter((word) => word.slice(1, -1).includes('@'));
  const fit = found
    .map((address) => address.toWellFormed().toLowerCase())
    .filter((address) => encodeURIComponent(address).length <= longestAddress);
  return [...new Set(fit)];
}

/** The text of an HTML mail, as far as it is read: without tags, styles and scripts. */
function textOfHtml(html: string): string {
  let text = '';
  let at = 0;
  const lower = html.toLowerCase();
  while (at < html.length && text.length < readLength) {
    const tag = html.indexOf('<', at);
    text += html.slice(at, tag === -1 ? at + readLength : tag);
    if (tag === -1) break;
    const hidden = lower.startsWith('<style', tag) ? '</style' : lower.startsWith('<script', tag) ? '</script' : '';
    const closing = hidden ? lower.indexOf(hidden, tag) : tag;
    const end = closing === -1 ? -1 : html.indexOf('>', closing);
    if (end === -1) break;
    text += ' ';
    at = end + 1;
  }
  return text.slice(0, readLength);
}
