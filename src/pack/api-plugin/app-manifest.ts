/** manifest.json: the app that brings the agent. Source: the app manifest for Microsoft 365, version 1.27 (April 2026), and its JSON schema. */
import type { Json } from './field-schema.ts';
import type { Tell } from './note.ts';
import type { Publication } from './publication.ts';
import { fitted } from './texts.ts';

/** The files that the manifest names. */
export interface NamedFiles {
  readonly agent: string;
  readonly color: string;
  readonly outline: string;
}

/** The manifest of the app. */
export function appManifest(publication: Publication, { agent, color, outline }: NamedFiles, tell: Tell): Json {
  const { title, description, version, publisher, website, privacyPolicy, termsOfUse } = publication;
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.27/MicrosoftTeams.schema.json',
    manifestVersion: '1.27',
    version,
    id: publication.appId,
    developer: {
      name: fitted(publisher, 'manifest.json developer.name', tell),
      websiteUrl: website,
      privacyUrl: privacyPolicy,
      termsOfUseUrl: termsOfUse,
    },
    name: {
      short: fitted(title, 'manifest.json name.short', tell),
      full: fitted(title, 'manifest.json name.full', tell),
    },
    description: {
      short: fitted(description, 'manifest.json description.short', tell),
      full: fitted(description, 'manifest.json description.full', tell),
    },
    icons: { color, outline },
    accentColor: publication.accentColor,
    copilotAgents: { declarativeAgents: [{ id: 'agent', file: agent }] },
    validDomains: [new URL(publication.serverUrl).hostname],
  };
}
