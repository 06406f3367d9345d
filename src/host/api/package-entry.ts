/** What a request says of a package, read: where it is or its texts, and how it is called. */
import { CodedError } from '../../core/coded-error.ts';
import { packageFileNames } from '../../package/connector-package.ts';
import { baseAddress } from '../configuration/base-address.ts';
import { ownHeaders } from '../configuration/own-headers.ts';
import type { PackageEntry } from '../create-host.ts';
import { refuseUnknown } from './refuse-unknown.ts';

type Body = Readonly<Record<string, unknown>>;
type Changes = Pick<PackageEntry, 'url' | 'headers' | 'isMock'>;

const settings = ['url', 'headers', 'isMock'];
const sources = ['location', 'definition', 'name', 'properties', 'actions'];

/** A package to add: by its location, or by the text of its definition. */
export function packageEntryOf(body: Body): PackageEntry {
  refuseUnknown(body, [...sources, ...settings]);
  const { location, definition, name } = body;
  if ((location === undefined) === (definition === undefined))
    throw invalid('Either location (a folder, a definition file or a URL) or definition (its text) is expected.');
  const changes = packageChangesOf(body);
  if (definition === undefined) return { location: text('location', location), ...changes };
  return {
    location: name === undefined ? packageFileNames.definition : fileName(name),
    texts: {
      definition: text('definition', definition),
      ...(body.properties !== undefined && { properties: text('properties', body.properties) }),
      ...(body.actions !== undefined && { actions: text('actions', body.actions) }),
    },
    ...changes,
  };
}

/** What of a package is to change; what is not named stays. A url of null is the definition's own again. */
export function packageChangesOf({ url, headers, isMock }: Body): Changes {
  if (isMock !== undefined && typeof isMock !== 'boolean') throw invalid('isMock: true or false is expected.');
  if (headers !== undefined && (typeof headers !== 'object' || headers === null || Array.isArray(headers)))
    throw invalid('headers: an object { "name": "value" } is expected.');
  return {
    ...(url !== undefined && { url: url === null ? undefined : baseAddress(String(url), 'url') }),
    ...(headers !== undefined && { headers: ownHeaders(headers as Record<string, unknown>, 'headers') }),
    ...(isMock !== undefined && { isMock }),
  };
}

/** The same, of a request that may hold nothing else. */
export function onlyPackageChangesOf(body: Body): Changes {
  refuseUnknown(body, settings);
  return packageChangesOf(body);
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw invalid(`${name}: a text is expected.`);
}

function fileName(name: unknown): string {
  if (typeof name === 'string' && /^[^/\\:\p{Cc}]{1,200}$/u.test(name)) return name;
  throw invalid(`name: the name of a file is expected, such as ${packageFileNames.definition}.`);
}

function invalid(message: string): CodedError {
  return new CodedError('INVALID_ARGUMENT', message);
}
