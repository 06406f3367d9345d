import { createRemoteJWKSet, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { sampleTenant } from '../../contoso-hub/data/sample.ts';
import { openTokenIssuer } from './token-issuer.ts';

it('issues a token of the size of Entra ID’s to each user, which its keys verify', async () => {
  const { issuer, audience, tokens, close } = await openTokenIssuer();
  const issued = await tokens(3);
  expect(new Set(issued).size).toBe(3);
  const keys = createRemoteJWKSet(new URL(`${issuer}/keys`));
  for (const token of issued) {
    const { payload } = await jwtVerify(token, keys, { issuer, audience });
    expect(payload).toMatchObject({ tid: sampleTenant, scp: 'access_as_user' });
    expect(token.length).toBeGreaterThanOrEqual(1200);
  }
  close();
});
