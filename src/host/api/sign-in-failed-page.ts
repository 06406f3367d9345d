import type { SignInFailed } from '../connections/connections.ts';
import { escaped, htmlPage } from './page.ts';

/** What a seller sees in the browser where a sign-in came to nothing: what happened, how to mend it, the way back. */
export function signInFailedPage({ message, mend }: SignInFailed): string {
  return htmlPage(
    'The sign-in failed',
    `<h1>The sign-in failed</h1>
<p>${escaped(message)}</p>
<p>${escaped(mend)}</p>
<p><a href="/">Back to Copilot for Sales</a></p>`,
  );
}
