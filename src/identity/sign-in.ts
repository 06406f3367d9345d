/** The sign-in page: shown by GET, answered by POST. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { messagePage, pageHeaders, signInPage } from './pages.ts';
import { type Seller, sellerNamed } from './sellers.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Where the sign-in pages are; the interaction's id follows. */
export const signInPath = '/sign-in/';
const largestForm = 10_000;

/** Answers a request to a sign-in page. */
export async function answerSignIn(
  provider: Provider,
  sellers: readonly Seller[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const answer = request.method === 'POST' ? takeChoice : showPage;
    await answer(provider, sellers, request, response);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    showMessage(response, 'This sign-in has expired or was completed already. Go back and begin again.');
  }
}

async function showPage(
  provider: Provider,
  sellers: readonly Seller[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const client = await provider.Client.find(String(params.client_id));
  const hinted = sellerNamed(sellers, params.login_hint);
  response.writeHead(200, pageHeaders([params.redirect_uri]));
  response.end(signInPage(sellers, client?.clientName ?? String(params.client_id), hinted));
}

async function takeChoice(
  provider: Provider,
  sellers: readonly Seller[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const form = await readForm(request);
  if (form?.has('cancel')) {
    const cancelled = { error: 'access_denied', error_description: 'The sign-in was cancelled.' };
    return provider.interactionFinished(request, response, cancelled);
  }
  const seller = sellerNamed(sellers, form?.get('seller'));
  if (!seller) return showMessage(response, 'Nobody of that name is known here. Go back and choose again.');
  await handOver(provider, interaction, seller);
  await provider.interactionFinished(request, response, { login: { accountId: seller.objectId } });
}

/** Another seller takes the browser's session over: oidc-provider's own way there is a page that needs script. */
async function handOver(provider: Provider, interaction: Interaction, seller: Seller): Promise<void> {
  if (!interaction.session || interaction.session.accountId === seller.objectId) return;
  const session = await provider.Session.findByUid(interaction.session.uid);
  if (!session) return;
  session.accountId = seller.objectId;
  session.authorizations = {};
  await session.persist();
  interaction.session.accountId = seller.objectId;
  await interaction.persist();
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > largestForm) return undefined;
  }
  return new URLSearchParams(text);
}

function showMessage(response: ServerResponse, message: string): void {
  response.writeHead(400, pageHeaders()).end(messagePage('Sign in', message));
}
