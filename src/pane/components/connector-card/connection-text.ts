/** How a seller's connection stands, in words. */
import type { ConnectionState } from '../../../host/api/api-types.ts';

export function connectionText({ status, user }: Pick<ConnectionState, 'status' | 'user'>): string {
  const named = user ? ` as ${user}` : '';
  return {
    none: 'Not connected',
    connected: `Connected${named}`,
    pasted: `Pasted token${user ? ` of ${user}` : ''}`,
    'not-needed': 'No sign-in needed',
  }[status];
}
