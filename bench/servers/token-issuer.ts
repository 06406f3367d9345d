/** Stands in for Microsoft Entra ID: discovery, keys and tokens of its size. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { sampleTenant } from '../../contoso-hub/data/sample.ts';

export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Tokens of so many users. */
  tokens(users: number): Promise<string[]>;
  close(): void;
}

const audience = 'a0000000-0000-4000-8000-00000000c0c0';
const keyId = 'bench';

/** Opens an issuer on a free port. Its tokens are signed RS256 with a key of 2,048 bits. */
export async function openTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: 'RS256' };
  const server = createServer((request, response) => {
    const answer = request.url === '/keys' ? { keys: [key] } : { issuer, jwks_uri: `${issuer}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = (user: number) =>
    new SignJWT(claims(user))
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: keyId })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime('1h')
      .sign(privateKey);
  return {
    issuer,
    audience,
    tokens: (users) => Promise.all(Array.from({ length: users }, (_, user) => token(user))),
    close: () => server.close(),
  };
}

/** The claims of an access token of version 2.0. Source: Microsoft identity platform, access token claims reference. */
function claims(user: number) {
  const guid = (group: number) =>
    `${String(user).padStart(8, '0')}-${String(group).padStart(4, '0')}-4000-8000-0000000a0000`;
  return {
    aio: 'AXQAi/8TAAAAp5K7mVxL0bqQm1c5R2sZr3uY8vHhKq4nWcJtE6oFzPdXaU9gIyB7lSkMwNfQ2jDrTxVb0eG1hA3iCuZsYpLm'.repeat(2),
    azp: 'b0000000-0000-4000-8000-00000000c0c0',
    azpacr: '2',
    groups: [1, 2, 3].map(guid),
    name: `Seller ${user}`,
    oid: guid(0),
    preferred_username: `seller.${user}@contoso.com`,
    rh: '0.AXQAwMAAAAAAAECAgAAAAAAAwMAAAAAAAECAgAAAAAAAwMB0AAA.',
    scp: 'access_as_user',
    sub: `s1Xk9vQmZtB7nR4cL2pWgYhJ6dFuEoIa${String(user).padStart(11, '0')}`,
    tid: sampleTenant,
    uti: 'q0Jm5rXcT0y8wLkZ3vEhAA',
    ver: '2.0',
  };
}
