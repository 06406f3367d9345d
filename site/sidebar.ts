/** The site's menu, read from the pages that list the others: docs/README.md and those of its folders. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const docs = join(import.meta.dirname, '../docs');

interface Entry {
  readonly text: string;
  readonly link: string;
}
interface Group {
  readonly text: string;
  readonly items: Entry[];
  readonly collapsed?: boolean;
}

/** A group for each heading of a list page that has links below it; folders that are named there follow, closed. */
export function sidebar(): Group[] {
  const groups = groupsOf('README.md');
  const lists = groups.flatMap(({ items }) => items).filter(({ link }) => link.endsWith('/'));
  return [
    ...groups,
    ...lists.flatMap(({ text, link }) =>
      groupsOf(`${link.slice(1)}README.md`).map((group) => ({
        ...group,
        text: group.text === text ? text : `${text}: ${group.text}`,
        collapsed: true,
      })),
    ),
  ];
}

function groupsOf(list: string): Group[] {
  const [title = '', ...parts] = readFileSync(join(docs, list), 'utf8').split(/^#+ /m).slice(1);
  const headed = parts.length > 0 ? parts : [title];
  return headed
    .map((part) => ({ text: part.split('\n', 1)[0] ?? '', items: entriesOf(part, list) }))
    .filter(({ items }) => items.length > 0);
}

/** The links of list items, to pages of docs that are there. */
function entriesOf(markdown: string, list: string): Entry[] {
  const items = markdown.split('\n').filter((line) => line.startsWith('- '));
  return [...items.join('\n').matchAll(/\[([^\]]+)\]\(([^)#]+\.md)\)/g)].flatMap(([, text = '', target = '']) => {
    const page = relative(docs, join(docs, dirname(list), target));
    if (page.startsWith('..') || !existsSync(join(docs, page))) return [];
    return [{ text: capitalized(text), link: `/${page.replace(/(README)?\.md$/, '')}` }];
  });
}

/** A name in code, such as saleskit/connector, stays as it is written. */
function capitalized(text: string): string {
  return text.replace(/^[a-z](?!\S*\/)/, (first) => first.toUpperCase());
}
