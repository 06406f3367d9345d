const site = 'https://hub.contoso.com';

/** Where a thing is seen in Contoso Hub. */
export function linkTo(kind: 'agreements' | 'visits' | 'content' | 'meetings' | 'contacts', id: string): string {
  return `${site}/${kind}/${encodeURIComponent(id)}`;
}
