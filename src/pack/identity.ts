/** The names and ids by which Dataverse knows what is packed: they follow from publisher and title, so that they stay. */
import { createHash } from 'node:crypto';
import type { ConnectorFacts } from './connector-facts.ts';

export interface Identity {
  /** What files are called: contoso-hub. */
  readonly fileName: string;
  readonly solution: string;
  readonly flowSolution: string;
  readonly publisher: string;
  /** Of every component; two to eight letters and digits. */
  readonly prefix: string;
  /** 10,000 to 99,999: where choices of the publisher begin. */
  readonly optionValuePrefix: number;
  readonly connector: { readonly name: string; readonly id: string };
  readonly flowId: string;
  /** The name that connections go by in flows. */
  readonly connectionReference: string;
}

/** Of ids that are made here; drawn once. */
const namespace = '7bbeecef-e008-4736-99d1-aad67bc757c9';

export function identityOf({ title, publisher }: Pick<ConnectorFacts, 'title' | 'publisher'>): Identity {
  const prefix = prefixOf(publisher);
  const name = `${prefix}_${wordsOf(title).join('').toLowerCase() || shortHash(title)}`;
  return {
    fileName: wordsOf(title).join('-').toLowerCase() || `connector-${shortHash(title)}`,
    solution: pascal(title),
    flowSolution: `${pascal(title)}Flow`,
    publisher: pascal(publisher),
    prefix,
    optionValuePrefix: 10_000 + (Number.parseInt(shortHash(prefix), 16) % 90_000),
    connector: { name, id: nameId(`connector/${name}`) },
    flowId: nameId(`flow/${name}`),
    connectionReference: `${name}_connection`,
  };
}

/** An id made of a name: version 5 of RFC 9562. */
export function nameId(name: string): string {
  const seed = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(seed).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Letters and digits of a to z, their marks taken off. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.split(/[^A-Za-z0-9]+/).filter(Boolean);
}

/** A unique name begins with a letter. */
function pascal(text: string): string {
  const name = wordsOf(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return /^[A-Za-z]/.test(name) ? name : `Connector${name || shortHash(text)}`;
}

/** Dataverse takes two to eight letters and digits, a letter first, and keeps mscrm for itself. */
function prefixOf(publisher: string): string {
  const letters = wordsOf(publisher).join('').toLowerCase().slice(0, 8);
  return /^(?!mscrm)[a-z][a-z0-9]+$/.test(letters) ? letters : `c${shortHash(publisher)}`;
}

function shortHash(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 6);
}
