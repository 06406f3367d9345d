/** Addresses that tokens may be sent to. */

/** Https, or http on this machine. */
export function isSafeAddress(text: string): boolean {
  return URL.parse(text)?.protocol === 'https:' || isLoopback(text);
}

export function isLoopback(text: string): boolean {
  const url = URL.parse(text);
  return /^https?:$/.test(url?.protocol ?? '') && /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(url?.hostname ?? '');
}
