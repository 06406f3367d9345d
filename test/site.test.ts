/** The documentation site: it builds, nothing in it leads nowhere, and nothing of it comes from elsewhere. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { builtSite, vitepress } from '../scripts/site.ts';
import { githubSlug } from '../site/github-slug.ts';
import { sidebar } from '../site/sidebar.ts';
import { extensionPoints } from '../src/contract/contract.ts';
import { outcomes } from '../src/pane/components/call-outcome/outcomes.ts';
import { textOf } from './documented-commands.ts';

const root = join(import.meta.dirname, '..');
const pagesIn = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder }).map((path) => path.replaceAll('\\', '/'));

/** It stands beside other files when it is published. */
const publishedReadme = 'docs/published-readme.md';

interface Page {
  readonly anchors: ReadonlySet<string>;
  /** Of links and pictures, as they stand in it. */
  readonly targets: readonly string[];
}

const isElsewhere = (target: string) => /^[a-z]+:/i.test(target);

/** Targets that lead to no file, or to an anchor that the file does not have; each with its page. */
function deadEnds(folder: string, pages: ReadonlyMap<string, Page>): string[] {
  return [...pages].flatMap(([path, { targets }]) =>
    targets
      .filter((target) => !isElsewhere(target))
      .filter((target) => {
        const [file = '', anchor] = decodeURI(target).split('#');
        const led = file === '' ? path : normalize(join(dirname(path), file)).replaceAll('\\', '/');
        const page = pages.get(led);
        if (!page) return !existsSync(join(folder, led));
        return anchor !== undefined && anchor !== '' && !page.anchors.has(anchor);
      })
      .map((target) => `${path}: ${target}`),
  );
}

test('every link of the pages leads somewhere, as GitHub shows them', () => {
  const all = pagesIn(root, '{*.md,docs/**/*.md,contoso-hub/package/*.md}');
  const paths = all.filter((path) => path !== publishedReadme);
  const pages = new Map(paths.map((path) => [path, markdownPage(textOf(path))]));
  expect(deadEnds(root, pages)).toEqual([]);
});

function markdownPage(markdown: string): Page {
  const prose = markdown.replace(/^( *)```[\s\S]*?^\1```/gm, '');
  const counts = new Map<string, number>();
  const anchors = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const slug = githubSlug(heading.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1'));
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  const links = prose.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g);
  return { anchors: new Set(anchors), targets: [...links].map(([, target = '']) => target) };
}

test('every page of the guide stands in the list of pages, and so in the menu', () => {
  const listed = textOf('docs/README.md');
  const missing = pagesIn(join(root, 'docs'), 'guide/*.md').filter((page) => !listed.includes(`](${page})`));
  expect(missing, 'List them in docs/README.md.').toEqual([]);
});

test('the tour has every extension point of today with its picture, and the symptoms have every outcome', () => {
  const tour = textOf('docs/guide/tour.md');
  for (const { id } of Object.values(extensionPoints)) {
    expect(tour).toContain(`](../reference/extension-points/${id}.md)`);
    if (id !== 'email-summary-v1') expect(tour).toContain(`](../pictures/${id}.png)`);
  }
  const symptoms = textOf('docs/guide/why-is-nothing-shown.md');
  for (const outcome of Object.keys(outcomes)) if (outcome !== 'shown') expect(symptoms).toContain(`\`${outcome}\``);
});

test('anchors are GitHub’s', () => {
  expect(githubSlug('On behalf of the user: what’s `backEnd()` for, in C#?')).toBe(
    'on-behalf-of-the-user-whats-backend-for-in-c',
  );
});

test('the site is built, its links and pictures are there, and it asks nobody else for anything', {
  timeout: 120_000,
}, async () => {
  expect(await vitepress('build', ['--logLevel', 'error'])).toBe(0);
  const paths = pagesIn(builtSite, '**/*.html');
  const pages = new Map(paths.map((path) => [path, htmlPage(readFileSync(join(builtSite, path), 'utf8'))]));
  const sources = pagesIn(join(root, 'docs'), '**/*.md').filter((path) => `docs/${path}` !== publishedReadme);
  const expected = sources.map((path) => path.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html'));
  expect(expected.filter((path) => !pages.has(path))).toEqual([]);
  expect(deadEnds(builtSite, pages)).toEqual([]);
  for (const { items } of sidebar())
    for (const { link } of items)
      expect([...pages.keys()]).toContain(`${link.slice(1)}${link.endsWith('/') ? 'index' : ''}.html`);
  const loaded = paths.flatMap((path) => loadedBy(readFileSync(join(builtSite, path), 'utf8')));
  const styles = pagesIn(builtSite, 'assets/*.css').flatMap((path) =>
    [...readFileSync(join(builtSite, path), 'utf8').matchAll(/url\(["']?(https?:[^)"']+)/g)].map(([, url = '']) => url),
  );
  expect([...loaded, ...styles].filter(isElsewhere).filter((url) => !url.startsWith('data:'))).toEqual([]);
});

const attributes = (html: string, tags: string, name: string) =>
  [...html.matchAll(new RegExp(`<(?:${tags})\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&'),
  );

function htmlPage(html: string): Page {
  return {
    anchors: new Set(attributes(html, '[a-z][a-z0-9]*', 'id')),
    targets: [...attributes(html, 'a', 'href'), ...attributes(html, 'img', 'src')],
  };
}

const loadedBy = (html: string) => [...attributes(html, 'script|img', 'src'), ...attributes(html, 'link', 'href')];
