/** XML as a tree with places. Entities of a document type are not expanded: they are an error. */
import { SaxesParser } from 'saxes';
import { decodeText } from './decode-text.ts';
import type { Position } from './positions.ts';

export interface XmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, white space around it taken off. */
  readonly text: string;
  /** Where its start tag ends. */
  readonly place: Position;
}

export interface XmlDocument {
  /** Undefined where the document is not well-formed. */
  readonly root: XmlElement | undefined;
  readonly problem: (Position & { readonly message: string }) | undefined;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
  readonly place: Position;
}

const deepest = 200;

/** Reads a file's bytes; never throws. */
export function readXml(bytes: Uint8Array): XmlDocument {
  const parser = new SaxesParser();
  const open: Open[] = [];
  let root: XmlElement | undefined;
  const place = (): Position => ({ line: parser.line, column: parser.columnIndex + 1 });
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === deepest) throw new Error(`More than ${deepest} elements are nested here.`);
    open.push({ name, attributes: new Map(Object.entries(attributes)), children: [], text: '', place: place() });
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed) return;
    const element = { ...closed, text: closed.text.trim() };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(decodeText(bytes).text).close();
    return { root, problem: undefined };
  } catch (error) {
    const message = (error as Error).message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    return { root: undefined, problem: { message, ...place() } };
  }
}

/** Every element of this name (in any case) below an element, itself left out, in document order. */
export function elementsNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  const wanted = name.toLowerCase();
  const found: XmlElement[] = [];
  const walk = ({ children }: XmlElement) => {
    for (const child of children) {
      if (child.name.toLowerCase() === wanted) found.push(child);
      walk(child);
    }
  };
  if (element) walk(element);
  return found;
}

/** The text of the first child of this name, in any case; undefined where there is none. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name.toLowerCase() === name.toLowerCase())?.text;
}
