/** A sign-in leaves the page and comes back to its root: the place is kept meanwhile. */
const kept = 'saleskit-place';

/** Goes to an identity provider. */
export function leaveForSignIn(url: string): void {
  window.sessionStorage.setItem(kept, window.location.search);
  window.location.assign(url);
}

/** Where the seller was before the sign-in they come back from: a query string, once. */
export function placeBeforeSignIn(): string | undefined {
  const search = window.sessionStorage.getItem(kept) ?? undefined;
  window.sessionStorage.removeItem(kept);
  return window.location.search === '' ? search : undefined;
}
