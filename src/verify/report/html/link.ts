import { type Markup, markup } from '../../../report/markup.ts';

/** A text that leads to an address; the text alone where the address is none of the web. */
export function link(text: string, address: string | undefined): Markup {
  const isWeb = address !== undefined && /^https?:$/.test(URL.parse(address)?.protocol ?? '');
  return isWeb
    ? markup`<a href="${address}" rel="noopener noreferrer"><bdi>${text}</bdi></a>`
    : markup`<bdi>${text}</bdi>`;
}
