/** Forgeries of the own token: its signature changed, by a key of another, without any, in the name of another provider. */
export const forgedBearers = ['forged-signature', 'forged-key', 'forged-unsigned', 'forged-issuer'] as const;
export type ForgedBearer = (typeof forgedBearers)[number];

/** Whose token a request carries. */
export const bearers = [
  'own',
  'none',
  'garbage',
  'expired',
  'wrong-audience',
  'other-tenant',
  ...forgedBearers,
] as const;
export type Bearer = (typeof bearers)[number];

/** The tokens of a run. */
export interface Credentials {
  /** What was given as --auth. */
  readonly kind: 'none' | 'token' | 'local' | 'client' | 'device';
  /** Whose tokens they are, and for which API, where that is known. */
  readonly origin?: { readonly issuer: string; readonly audience: string };
  /** Undefined where the run has none of that kind. A token that grows old is renewed. */
  token(bearer: Exclude<Bearer, 'none' | 'garbage'>): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Calls without a token. */
export const noCredentials: Credentials = { kind: 'none', token: async () => undefined, close: async () => {} };

/** Tokens as the user gives them. */
export function givenTokens(own: string, otherTenant: string | undefined): Credentials {
  const tokens: Partial<Record<Bearer, string | undefined>> = { own, 'other-tenant': otherTenant };
  return { kind: 'token', token: async (bearer) => tokens[bearer], close: async () => {} };
}

const noForgery = 'the own token is no JWT of which a forgery could be made';

/** How to have a token of that kind, for could-not-run. */
export const howToHave: Readonly<Record<Bearer, string>> = {
  own: 'the run is without a token: give --auth',
  none: '',
  garbage: '',
  expired: 'there is no expired token: --auth local makes one',
  'wrong-audience': 'there is no token for another audience: --auth local makes one',
  'other-tenant': 'there is no token of another tenant: give --other-token, or --auth local',
  'forged-signature': noForgery,
  'forged-key': noForgery,
  'forged-unsigned': noForgery,
  'forged-issuer': noForgery,
};
