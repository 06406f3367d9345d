/** intro.md, the text that becomes the connector's page: the package's own, or made of its readme. */
import { introSections } from '../lint/lint.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import { factsOf } from './connector-facts.ts';

export interface Intro {
  readonly text: string;
  /** Sections that nobody has written yet. */
  readonly unwritten: readonly string[];
}

const toWrite = 'TODO: write this section.';

export function introOf(connector: ConnectorPackage): Intro {
  const text = connector.intro?.text ?? madeOfReadme(connector);
  const written = sectionsOf(text).filter(({ body }) => body !== '' && !/\bTODO\b/.test(body));
  const isWritten = (heading: RegExp) => written.some(({ title }) => heading.test(title));
  return { text, unwritten: introSections.filter(([, heading]) => !isWritten(heading)).map(([name]) => name) };
}

/** The readme's sections under the names that certification asks for; its list of operations stays out, as asked. */
function madeOfReadme(connector: ConnectorPackage): string {
  const { title, description } = factsOf(connector);
  const own = sectionsOf(connector.readme?.text ?? '');
  const sections = introSections.map(([name, heading]) => {
    const body = own.find((section) => heading.test(section.title))?.body;
    return `## ${name}\n\n${body || toWrite}\n`;
  });
  return [`# ${title}\n`, ...(description ? [`${description}\n`] : []), ...sections].join('\n');
}

interface Section {
  readonly title: string;
  readonly body: string;
}

/** The sections below headings of the second level; signs of headings in blocks of code are none. */
function sectionsOf(text: string): Section[] {
  const sections: { title: string; lines: string[] }[] = [];
  let isCode = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    const title = isCode ? undefined : /^ {0,3}##\s+(.{1,200})/.exec(line)?.[1];
    if (title !== undefined) sections.push({ title, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ title, lines }) => ({ title, body: lines.join('\n').trim() }));
}
