/** The pages of the local identity provider: plain HTML, no script, one style that the policy names by its hash. */
import { hash } from 'node:crypto';
import type { Seller } from './sellers.ts';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 "Segoe UI", system-ui, sans-serif }
body { max-width: 26rem; margin: 4rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; font-weight: 600 }
button { display: block; width: 100%; margin: .5rem 0; padding: .75rem 1rem; text-align: left; font: inherit;
  color: inherit; background: none; border: 1px solid #8888; border-radius: 4px; cursor: pointer }
button:hover, button:focus-visible { border-color: #0f6cbd; outline: 1px solid #0f6cbd }
small { display: block; opacity: .75 }
`;

/** Headers of every page; forms may lead to the given addresses beside this server. */
export function pageHeaders(formTargets: readonly unknown[] = []): Record<string, string> {
  const origins = formTargets
    .map((target) => URL.parse(String(target))?.origin)
    .filter((origin) => origin !== undefined);
  const policy = [
    `default-src 'none'`,
    `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    // Browsers hold the redirects after a form against this as well.
    `form-action ${["'self'", ...origins].join(' ')}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** The sellers as buttons, the one hinted at first. */
export function signInPage(sellers: readonly Seller[], client: string, hinted: Seller | undefined): string {
  const ordered = hinted ? [hinted, ...sellers.filter((seller) => seller !== hinted)] : sellers;
  const buttons = ordered.map((seller, index) => {
    const lacks = seller.scopes?.length === 0 ? ' · without the scope' : '';
    const focus = index === 0 ? ' autofocus' : '';
    return (
      `<button name="seller" value="${escaped(seller.userName)}"${focus}>${escaped(seller.name)}` +
      `<small>${escaped(seller.userName)} · tenant ${escaped(seller.tenantId)}${lacks}</small></button>`
    );
  });
  return page(
    'Sign in',
    `<p>To <strong>${escaped(client)}</strong>. This provider stands in for Microsoft Entra ID on this machine: choose who you are.</p>
<form method="post">
${buttons.join('\n')}
<button name="cancel" value="yes">Cancel</button>
</form>`,
  );
}

/** The question before a session ends; `form` is oidc-provider's and is submitted by the button. */
export function signOutPage(form: string): string {
  return page(
    'Sign out',
    `${form}\n<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`,
  );
}

/** Where the code of a device is typed; `form` is oidc-provider's. */
export function deviceCodePage(form: string, isWrong: boolean): string {
  const words = isWrong
    ? 'This code is not known, was used, or has expired. Type it again.'
    : 'Type the code that the device shows.';
  return page(
    'Sign in on a device',
    `<p>${words}</p>\n${form}\n<button type="submit" form="op.deviceInputForm">Go on</button>`,
  );
}

/** Whether it is one's own device; `form` is oidc-provider's. */
export function deviceConfirmPage(form: string, client: string, code: string): string {
  return page(
    'Sign in on a device',
    `<p><strong>${escaped(client)}</strong> shows the code <strong>${escaped(code)}</strong>, does it not?</p>
${form}
<button type="submit" form="op.deviceConfirmForm">Yes, go on</button>
<button type="submit" form="op.deviceConfirmForm" name="abort" value="yes">No</button>`,
  );
}

/** One sentence with a heading. */
export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escaped(message)}</p>`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
<h1>${escaped(title)}</h1>
${body}
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
