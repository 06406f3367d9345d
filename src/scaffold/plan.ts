/** What a new connector is to be: everything that is asked, as data. */
import { extensionPoints } from '../contract/contract.ts';

/** Extension points that a connector can answer by a handler; version 1 of email summary is for those who have it. */
export const offeredPoints = Object.entries(extensionPoints).flatMap(([name, point]) =>
  point.apiDescription === null || 'legacy' in point ? [] : [{ name, point }],
);

/** Where the data of the application is. */
export const dataKinds = { http: 'an HTTP API', database: 'a database', files: 'files' } as const;

/** How sellers sign in. */
export const authenticationKinds = {
  entra: 'Microsoft Entra ID',
  openid: 'another OpenID provider',
  none: 'not yet',
} as const;

/** Languages that the template has words in. */
export const templateLanguages = ['en', 'de', 'es', 'fr', 'it', 'ja', 'pt-BR', 'zh-Hans'] as const;

export interface Plan {
  /** The name that sellers see: the title of the connector. */
  readonly name: string;
  readonly publisher: string;
  /** Ids of extension points. */
  readonly points: readonly string[];
  /** Titles of chat skills. */
  readonly chatSkills: readonly string[];
  readonly data: keyof typeof dataKinds;
  readonly authentication: keyof typeof authenticationKinds;
  /** BCP 47, the fallback first. */
  readonly languages: readonly string[];
  /** The day on which the example data ends. */
  readonly today: Date;
  /** The API of its own that feeds extension points, where there is one. */
  readonly ownApi?: OwnApiPlan;
}

/** What a project says of an API of its own. */
export interface OwnApiPlan {
  /** Scheme, host and port, as far as its document names them. */
  readonly address: string | undefined;
  /** What sellers are told of it; undefined where its document says nothing that would do. */
  readonly description: string | undefined;
  /** The environment variable that a key or a token comes in, where it takes one. */
  readonly secret: string | undefined;
  /** What extension points lack, in sentences. */
  readonly missing: readonly string[];
}

/** `Chat about quotes` gives "chat-about-quotes"; empty where nothing of it can be an id. */
export function idOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+(?:\d+-?)*|-+$/g, '');
}
