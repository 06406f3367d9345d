/** Sellers sign in with Microsoft Entra ID. ISSUER names another issuer, such as saleskit's own on your machine. */
import { entraAuthentication } from 'saleskit/connector';

export const authentication = entraAuthentication({
  tenant: 'organizations',
  clientId: 'TODO-api-client-id', // TODO: the app registration that secures this API.
  connectorClientId: 'TODO-connector-client-id', // TODO: the app registration of the connector.
  issuer: process.env.ISSUER,
});
