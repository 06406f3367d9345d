/** Tokens that look like the own one and were made by somebody else. */
import { base64url, decodeJwt, decodeProtectedHeader, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { type Credentials, type ForgedBearer, forgedBearers } from '../../verify/verify.ts';

type Token = string | undefined;

const anotherIssuer = 'https://login.another-provider.example/';

/** The credentials, and with them such forgeries of the own token as can be made; `key` is its provider's, if that is known. */
export function withForgeries(credentials: Credentials, key?: JWK): Credentials {
  const forge: Readonly<Record<ForgedBearer, (token: string) => Token | Promise<Token>>> = {
    'forged-signature': withChangedSignature,
    'forged-key': withForeignKey,
    'forged-unsigned': withoutSignature,
    'forged-issuer': (token) => withAnotherIssuer(token, key),
  };
  const isForged = (bearer: string): bearer is ForgedBearer => forgedBearers.some((each) => each === bearer);
  const made = new Map<string, Token | Promise<Token>>();
  const token: Credentials['token'] = async (bearer) => {
    if (!isForged(bearer)) return credentials.token(bearer);
    const own = await credentials.token('own');
    if (own === undefined || !isSigned(own)) return undefined;
    const name = `${bearer} ${own}`;
    const forged = made.get(name) ?? forge[bearer](own);
    made.set(name, forged);
    return forged;
  };
  return { ...credentials, token };
}

/** Whether it is a JWT with a signature (RFC 7515); of any other text nothing can be forged. */
function isSigned(token: string): boolean {
  try {
    return Boolean(decodeProtectedHeader(token).alg && decodeJwt(token)) && token.split('.')[2] !== '';
  } catch {
    return false;
  }
}

function withChangedSignature(token: string): string {
  const [header, claims, signature = ''] = token.split('.');
  const bytes = base64url.decode(signature);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return [header, claims, base64url.encode(bytes)].join('.');
}

/** Signed with a key of one's own that has the name of the provider's. */
async function withForeignKey(token: string): Promise<Token> {
  const { alg = '' } = decodeProtectedHeader(token);
  const pair = await generateKeyPair(alg).catch(() => undefined);
  return pair && signed(token, pair.privateKey, {});
}

/** "alg": "none" (RFC 7519, 6). */
function withoutSignature(token: string): string {
  const header = base64url.encode(JSON.stringify({ ...decodeProtectedHeader(token), alg: 'none' }));
  return `${header}.${token.split('.')[1]}.`;
}

/** Signed with the right key, in the name of another provider. */
async function withAnotherIssuer(token: string, key: JWK | undefined): Promise<Token> {
  const { alg, kid } = decodeProtectedHeader(token);
  if (!key || key.kid !== kid || alg === undefined) return undefined;
  return signed(token, await importJWK(key, alg), { iss: anotherIssuer });
}

function signed(token: string, key: Parameters<SignJWT['sign']>[0], claims: object): Promise<string> {
  const header = decodeProtectedHeader(token) as { alg: string };
  return new SignJWT({ ...decodeJwt(token), ...claims }).setProtectedHeader(header).sign(key);
}
