/** A browser for tests: fetch, cookies, redirects and forms; no script. */

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

export interface TestBrowser {
  /** Follows redirects until a page, or until an address that begins with `stopAt`, which is not fetched. */
  open(url: string): Promise<Page>;
  /** Submits the page's form by the button of that name and value. */
  press(page: Page, name: string, value: string): Promise<Page>;
}

/** A browser with cookies of its own; it stops in front of `stopAt`, the address that a program waits at. */
export function testBrowser(stopAt: string): TestBrowser {
  const jar: { name: string; value: string; path: string }[] = [];

  const cookiesFor = (url: URL) =>
    jar
      .filter(({ path }) => url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  const keep = (line: string) => {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split('=', 2);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const known = jar.findIndex((cookie) => cookie.name === name && cookie.path === path);
    if (known >= 0) jar.splice(known, 1);
    if (value !== '') jar.push({ name, value, path });
  };
  const go = async (address: string, init: RequestInit = {}): Promise<Page> => {
    if (address.startsWith(stopAt)) return { url: address, status: 0, html: '', headers: new Headers() };
    const url = new URL(address);
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: cookiesFor(url) } });
    for (const line of response.headers.getSetCookie()) keep(line);
    const location = response.headers.get('location');
    if (location) return go(new URL(location, url).href);
    return { url: address, status: response.status, html: await response.text(), headers: response.headers };
  };
  return {
    open: (url) => go(url),
    press(page, name, value) {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1] ?? page.url;
      const hidden = [...page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const fields = hidden.map(([, field = '', content = '']): [string, string] => [field, content]);
      return go(new URL(action, page.url).href, {
        method: 'POST',
        body: new URLSearchParams([...fields, [name, value]]),
      });
    },
  };
}
