/** The site is made of docs as it stands in the repository. */
import { githubSlug } from '../github-slug.ts';
import { repositoryLinks } from '../repository-links.ts';
import { sidebar } from '../sidebar.ts';

/** The sample's colour; a file would have to lie among the pages. */
const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" rx="2" fill="#0b5c63"/></svg>')}`;

export default {
  title: 'saleskit',
  description: 'See your connector in Microsoft 365 Copilot for Sales before you have a tenant',
  lang: 'en-GB',
  head: [['link', { rel: 'icon', href: icon }]],
  base: './',
  srcDir: '../docs',
  // The readme of the npm package.
  srcExclude: ['published-readme.md'],
  outDir: '../dist/site',
  cacheDir: '../dist/site-cache',
  rewrites: (page: string) => page.replace(/README\.md$/, 'index.md'),
  // One page has all rules of certification.
  vite: { build: { chunkSizeWarningLimit: 2_000 } },
  markdown: {
    anchor: { slugify: githubSlug },
    config: repositoryLinks,
    // As GitHub shows it, and no more.
    attrs: false,
    emoji: false,
  },
  themeConfig: {
    nav: [
      { text: 'Start here', link: '/guide/start-here' },
      { text: 'Tour', link: '/guide/tour' },
      { text: 'Reference', link: '/reference/' },
      { text: 'Decisions', link: '/decisions/' },
    ],
    sidebar: sidebar(),
    outline: 'deep',
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: 'https://github.com/contoso/saleskit' }],
  },
};
