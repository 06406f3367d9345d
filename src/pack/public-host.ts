/** Hosts that nobody reaches from outside: this machine and its network, and names that stand for others. */

/** Why Microsoft 365 finds nobody at a host, and what to do; undefined where it may. A port may follow. */
export function unreachableHost(host: string): string | undefined {
  const name = URL.parse(`https://${host}`)?.hostname ?? '';
  if (!isHere(name) && !isPlaceholderHost(name)) return undefined;
  return `Nobody answers Microsoft 365 at ${host}: give the public host of the connector, --host HOST.`;
}

/** Names that stand for others, in examples and samples. */
export function isPlaceholderHost(name: string): boolean {
  return /(^|\.)(example\.(com|org|net)|contoso\.com)$/.test(name);
}

function isHere(name: string): boolean {
  return /^(localhost|127\..*|0\.0\.0\.0|\[::1?\]|.*\.local(host)?|10\..*|192\.168\..*)$/.test(name);
}
