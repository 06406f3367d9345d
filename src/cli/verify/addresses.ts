import { CodedError } from '../../core/coded-error.ts';
import { isLocalAddress } from '../../verify/verify.ts';

/** Addresses elsewhere are asked only where the user names them: verify sends odd and many requests. */
export function refuseAddress(address: string, allowed: readonly string[]): void {
  const { hostname, host } = new URL(address);
  if (isLocalAddress(address) || allowed.some((each) => [hostname, host].includes(each.toLowerCase()))) return;
  throw new CodedError(
    'USAGE',
    `${host} is not on this machine. verify sends some hundred requests, odd ones among them: if the connector there is yours, add --allow-host ${host}; or name another address by --url.`,
  );
}
