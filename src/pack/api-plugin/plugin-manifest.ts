/** ai-plugin.json: the manifest of an API plugin, version 2.4. Source: plugin-manifest-2.4.md and its JSON schema. */
import type { Json } from './field-schema.ts';
import type { Tell } from './note.ts';
import type { PluginFunction } from './plugin-functions.ts';
import type { Publication } from './publication.ts';
import { responseSemantics } from './response-semantics.ts';
import type { AppSignIn } from './sign-in.ts';
import { fitted } from './texts.ts';

/** The manifest; `documentFile` is the OpenAPI document beside it. */
export function pluginManifest(
  functions: readonly PluginFunction[],
  publication: Publication,
  { auth }: AppSignIn,
  documentFile: string,
  tell: Tell,
): Json {
  const { title, description, email, privacyPolicy, termsOfUse } = publication;
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/copilot/plugin/v2.4/schema.json',
    schema_version: 'v2.4',
    name_for_human: fitted(title, 'ai-plugin.json name_for_human', tell),
    namespace: title.replace(/[^A-Za-z0-9]/g, '') || 'plugin',
    description_for_model: fitted(description, 'ai-plugin.json description_for_model', tell),
    description_for_human: fitted(description, 'ai-plugin.json description_for_human', tell),
    ...(email !== undefined && { contact_email: email }),
    legal_info_url: termsOfUse,
    privacy_policy_url: privacyPolicy,
    functions: functions.map((each) => functionOf(each, title, tell)),
    runtimes: [
      { type: 'OpenApi', auth, spec: { url: documentFile }, run_for_functions: functions.map(({ name }) => name) },
    ],
  };
}

function functionOf(each: PluginFunction, owner: string, tell: Tell): Json {
  const { name, title, action } = each;
  const { method, needsConfirmation } = action.operation;
  const semantics = responseSemantics(action);
  if (!semantics) {
    const message = 'Its answer has nothing that is known to be a title, so citations of it have no card.';
    tell({ kind: 'left-out', about: action.operation.operationId ?? name, message });
  }
  return {
    name,
    description: fitted(purposeOf(each), 'ai-plugin.json function description', tell),
    capabilities: {
      confirmation: {
        type: 'AdaptiveCard',
        title,
        body: `May ${owner} be asked? ${action.point?.agent.purpose ?? title}`,
        ...(method === 'GET' && { isNonConsequential: !needsConfirmation }),
      },
      ...(semantics && { response_semantics: semantics }),
    },
  };
}

/** What a function is for: the point’s own words, for its description speaks of Copilot for Sales only. */
export function purposeOf({ action, title }: PluginFunction): string {
  return [action.point?.agent.purpose, action.operation.description ?? title].filter(Boolean).join(' ');
}
