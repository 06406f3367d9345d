import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import { connectionKey, SignInFailed } from '../connections/connections.ts';
import { pageSecurity } from './page.ts';
import type { Served } from './served.ts';
import { signInFailedPage } from './sign-in-failed-page.ts';
import { sellerOf } from './situation.ts';

export const callbackPath = '/connected';

/** Signing in to connectors, a pasted token, signing out. */
export function addConnectionRoutes(app: FastifyInstance, served: Served): void {
  const { host, connections } = served;
  type Route = { Params: { key: string }; Body: { seller?: unknown; token?: unknown } };
  const at = '/api/connectors/:key/connection';

  app.post<Route>(at, async ({ params, body }) => {
    const settings = host.settingsOf(host.get(params.key));
    if (!settings)
      throw new CodedError(
        'INVALID_ARGUMENT',
        'The package names no OAuth 2.0 identity provider: paste a token, or send a header of your own.',
      );
    const seller = sellerOf(served, body?.seller);
    return { url: await connections.begin(connectionKey(params.key, seller.id), settings, seller.email) };
  });
  app.put<Route>(at, async ({ params, body }) => {
    if (typeof body?.token !== 'string' || body.token.trim() === '')
      throw new CodedError('INVALID_ARGUMENT', 'token: a text is expected.');
    const key = connectionKey(host.get(params.key).key, sellerOf(served, body.seller).id);
    connections.paste(key, body.token);
    return connections.state(key);
  });
  app.delete<Route>(at, async ({ params, body }, reply) => {
    await connections.signOut(connectionKey(host.get(params.key).key, sellerOf(served, body?.seller).id));
    return reply.code(204).send();
  });
  app.get(callbackPath, async (request, reply) => {
    const { origin } = new URL(`http://${request.headers.host}`);
    try {
      await connections.complete(`${origin}${request.url}`);
    } catch (error) {
      if (!(error instanceof SignInFailed)) throw error;
      reply.headers({ 'content-security-policy': pageSecurity });
      return reply.code(400).type('text/html; charset=utf-8').send(signInFailedPage(error));
    }
    return reply.redirect('/');
  });
}
