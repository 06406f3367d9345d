/** Whether an address is on this machine: localhost, 127.0.0.0/8 or ::1. */
export function isLocalAddress(address: string): boolean {
  const hostname = URL.parse(address)?.hostname ?? '';
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
