/** The app package of a connector: an agent of Microsoft 365 Copilot that has its operations as an API plugin. */
import { discover } from '../../discovery/discovery.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { writeZip } from '../../package/write-zip.ts';
import { agentManifest } from './agent-manifest.ts';
import { appIcons } from './app-icons.ts';
import { appManifest } from './app-manifest.ts';
import type { Json } from './field-schema.ts';
import type { Note } from './note.ts';
import { openApiDocument } from './openapi-document.ts';
import { pluginFunctions } from './plugin-functions.ts';
import { pluginManifest } from './plugin-manifest.ts';
import { publicationOf, tellOfGateway } from './publication.ts';
import { appSignIn } from './sign-in.ts';

export type { Note } from './note.ts';

export interface ApiPluginOptions {
  /** Where the connector is reached, in place of the definition's host. */
  readonly host?: string | undefined;
  /** The version of the app, in place of the definition's. */
  readonly version?: string | undefined;
  /** The connector takes bodies in the flat form as well: `flatBodies` of the SDK. */
  readonly flatBodies?: boolean | undefined;
  /** The id of the registration in the Teams developer portal. */
  readonly referenceId?: string | undefined;
}

export interface ApiPlugin {
  /** The files of the app package, by name; none where nothing can be carried, which the notes explain. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly Note[];
}

const names = {
  app: 'manifest.json',
  agent: 'declarativeAgent.json',
  plugin: 'ai-plugin.json',
  document: 'plugin-openapi.json',
  color: 'color.png',
  outline: 'outline.png',
} as const;
/** Bytes of an app package that the Sales agent takes. */
const largestPackage = 150_000;

/** Makes it. The same package gives the same bytes. Whatever the definition holds, nothing is thrown. */
export function apiPlugin(connector: ConnectorPackage, options: ApiPluginOptions = {}): ApiPlugin {
  const notes: Note[] = [];
  const tell = (note: Note) => notes.push(note);
  const functions = pluginFunctions(discover(connector).actions, options.flatBodies ?? false, tell);
  if (functions.length === 0) {
    const message = 'No app is made: no operation is an extension point or a chat skill that an API plugin could call.';
    return { files: new Map(), notes: [...notes, { kind: 'left-out', about: connector.location, message }] };
  }
  const publication = publicationOf(connector, options, tell);
  if (!publication) return { files: new Map(), notes };
  tellOfGateway(connector, tell);
  const signIn = appSignIn(connector, options.referenceId, tell);
  const icons = appIcons(connector, publication.accentColor, tell);
  const files = new Map([
    [names.app, json(appManifest(publication, names, tell))],
    [names.agent, json(agentManifest(functions, publication, names.plugin, tell))],
    [names.plugin, json(pluginManifest(functions, publication, signIn, names.document, tell))],
    [names.document, json(openApiDocument(connector.definition.value, functions, publication, signIn))],
    [names.color, icons.color],
    [names.outline, icons.outline],
  ]);
  const size = writeZip(files).length;
  if (size >= largestPackage) {
    const message = `Packed it has about ${size} bytes, and less than ${largestPackage} are taken: shorten descriptions, or offer fewer operations.`;
    tell({ kind: 'doubtful', about: 'app package', message });
  }
  return { files, notes };
}

function json(value: Json): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
