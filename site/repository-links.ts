/** Links as the pages have them on GitHub, made good on the site. */
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const docs = join(root, 'docs');
const repository = 'https://github.com/contoso/saleskit';

/** What is used of markdown-it. */
interface Token {
  readonly type: string;
  readonly children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      after(rule: string, name: string, run: (state: { tokens: Token[]; env: { path: string } }) => void): void;
    };
  };
}

/** A folder's README.md is its first page; what stands outside of docs is shown by GitHub. */
export function siteLink(link: string, page: string): string {
  if (/^([a-z]+:|#|\/)/i.test(link)) return link;
  const [path = '', anchor] = link.split('#');
  const target = join(dirname(page), path);
  const tail = anchor === undefined ? '' : `#${anchor}`;
  if (relative(docs, target).startsWith('..')) return `${repository}/blob/main/${relative(root, target)}${tail}`;
  return path.replace(/(^|\/)README\.md$/, '$1index.md') + tail;
}

/** A plug-in of markdown-it. */
export function repositoryLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'repository-links', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const link = token.type === 'link_open' ? token.attrGet('href') : null;
      if (link) token.attrSet('href', siteLink(link, env.path));
    }
  });
}
