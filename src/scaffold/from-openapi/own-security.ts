/** How an API of one's own wants to be authenticated: what its OpenAPI document says of it. */
import type { Json } from './own-api.ts';
import type { Schemas } from './own-schema.ts';

/** `user` is a token in the user's name, by OAuth 2.0 or OpenID Connect. */
export type OwnSecurity =
  | { readonly kind: 'key'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  | { readonly kind: 'bearer' | 'basic' | 'user' };

/** The first scheme that the document asks for, or that an operation does, or that there is. */
export function securityOf(schemas: Schemas, root: Json, operations: readonly Json[]): OwnSecurity | undefined {
  const components = schemas.object(root.components);
  const schemes = schemas.object(root.securityDefinitions) ?? schemas.object(components?.securitySchemes) ?? {};
  const asked = [root, ...operations].flatMap(({ security }) => (Array.isArray(security) ? security : []));
  const names = [...asked.flatMap((each) => Object.keys(schemas.object(each) ?? {})), ...Object.keys(schemes)];
  for (const name of names) {
    const security = Object.hasOwn(schemes, name) ? schemeOf(schemas.object(schemes[name]) ?? {}) : undefined;
    if (security) return security;
  }
  return undefined;
}

function schemeOf({ type, name, in: place, scheme }: Json): OwnSecurity | undefined {
  if (type === 'apiKey' && typeof name === 'string' && (place === 'header' || place === 'query' || place === 'cookie'))
    return { kind: 'key', in: place, name };
  if (type === 'oauth2' || type === 'openIdConnect') return { kind: 'user' };
  if (type === 'basic') return { kind: 'basic' };
  const told = type === 'http' ? String(scheme).toLowerCase() : '';
  return told === 'bearer' || told === 'basic' ? { kind: told } : undefined;
}
