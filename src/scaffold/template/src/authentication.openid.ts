/** Sellers sign in with an OpenID provider. ISSUER names another issuer, such as saleskit's own on your machine. */
import { openIdAuthentication } from 'saleskit/connector';

const provider = 'https://todo.example.com'; // TODO: the issuer.

export const authentication = openIdAuthentication({
  issuer: process.env.ISSUER ?? provider,
  audience: 'api://todo-api', // TODO: the claim aud of tokens for this API.
  scope: 'access_as_user',
  tenantClaim: 'tid',
  authorizationUrl: `${provider}/authorize`, // TODO: as the provider's discovery document has it.
  tokenUrl: `${provider}/token`, // TODO
  clientId: 'TODO-client-id', // TODO: the client that is registered for the connector.
});
