/** What a seller would see, drawn from the host's view data: plainly, as a document can. */
import type { ShownSection } from '../../../host/host.ts';
import { type Markup, markup, type Value } from '../../../report/markup.ts';
import type { Shown } from '../shown.ts';
import { cardLines } from './card-text.ts';
import { link } from './link.ts';

const most = 10;
const mostFolded = 40;

/** A card for each action that shows something. */
export function sellerView(shown: readonly Shown[], connector: string, language: string): Markup {
  const cards = shown.flatMap((each) => (each.section ? [shownCard(each, each.section, connector, language)] : []));
  return markup`<div class="cards">${cards}</div>`;
}

function shownCard({ title, about }: Shown, section: ShownSection, connector: string, language: string): Markup {
  return markup`<article class="card">
<h3>${headingOf(section, title, connector)}</h3>
<p class="about">${section.kind === 'cards' ? 'Sales chat' : title}${about && markup`; open: <bdi>${about}</bdi>`}</p>
<div lang="${language}" dir="auto">${bodyOf(section)}</div>
</article>
`;
}

function headingOf(section: ShownSection, title: string, connector: string): string {
  switch (section.kind) {
    case 'records':
      return `${section.pluralName ?? 'Records'} from ${connector}`;
    case 'insights':
      return `Info from ${connector}`;
    case 'links':
      return `Files from ${connector}`;
    case 'cards':
      return title;
  }
}

function bodyOf(section: ShownSection): Value {
  switch (section.kind) {
    case 'records':
      return list(section.rows, 'plain', recordRow);
    case 'insights':
      return insights(section);
    case 'links':
      return list(section.links, 'plain', linkRow);
    case 'cards':
      return list(section.cards, 'plain', chatCard);
  }
}

/** The first ten; how many there are besides. */
function list<Each>(all: readonly Each[], className: string, row: (each: Each) => Markup): Value {
  const rest = all.length - most;
  return [
    markup`<ul class="${className}">${all.slice(0, most).map((each) => markup`<li>${row(each)}</li>`)}</ul>`,
    rest > 0 && markup`<p class="small" lang="en">and ${rest} more</p>`,
  ];
}

type Of<Kind extends ShownSection['kind']> = Extract<ShownSection, { readonly kind: Kind }>;

function insights({ bullets, citations }: Of<'insights'>): Value {
  const number = (citation: number | undefined) =>
    citation !== undefined && markup`<span class="number">${citation}</span>`;
  return [
    list(bullets, 'bullets', ({ text, citation }) => markup`<bdi>${text}</bdi>${number(citation)}`),
    citations.length > 0 &&
      markup`<details><summary lang="en">Where it comes from</summary>
<ul>${citations.slice(0, most).map(
        (each) => markup`<li>${link(each.title, each.url)}${number(each.number)}
${each.dateTime && markup`<div class="small"><time>${each.dateTime}</time></div>`}${pairs(each.properties)}</li>`,
      )}</ul></details>`,
  ];
}

function recordRow({ title, keyFields, typeName, properties, url }: Of<'records'>['rows'][number]): Markup {
  return markup`${link(title, url)}
<div class="small"><bdi>${[typeName, ...keyFields].join(' · ')}</bdi></div>
${properties.length > 0 && markup`<details><summary lang="en">All it tells</summary>${pairs(properties)}</details>`}`;
}

function linkRow({ title, url, description }: Of<'links'>['links'][number]): Markup {
  return markup`${link(title, url)}
<div class="small"><bdi>${description}</bdi></div>`;
}

function chatCard({ title, subTitle, url, adaptiveCard }: Of<'cards'>['cards'][number]): Markup {
  const lines = cardLines(adaptiveCard).map((line) =>
    'facts' in line ? pairs(line.facts) : markup`<p><bdi>${line.text}</bdi></p>`,
  );
  return markup`${link(title, url)}${subTitle && markup`<div class="small"><bdi>${subTitle}</bdi></div>`}
${lines.length > 0 && markup`<div class="inner">${lines}</div>`}`;
}

function pairs(all: readonly (readonly [name: string, value: string])[]): Value {
  if (all.length === 0) return undefined;
  const rows = all
    .slice(0, mostFolded)
    .map(([name, value]) => markup`<dt><bdi>${name}</bdi></dt><dd><bdi>${value}</bdi></dd>`);
  return markup`<dl class="pairs">${rows}</dl>`;
}
