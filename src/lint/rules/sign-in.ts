/** OAuth 2.0 as the platform can do it. */
import { customParameter, signIns } from '../model/connection-parameters.ts';
import { isObject } from '../model/json-object.ts';
import type { Problem, Rule, Sample } from '../rule.ts';
import { securitySchemes } from './certification/security.ts';

const role = 'properties';
const group = 'authentication';

const scheme = (change: object): Sample => ({ definition: { securityDefinitions: { 'oauth2-auth': change } } });
/** Changes the settings of the sample package's sign-in. */
const settings = (change: object): Sample => ({
  properties: { properties: { connectionParameters: { token: { oAuthSettings: change } } } },
});
/** By identity provider, what it cannot do without. */
const providerNeeds: Readonly<Record<string, readonly string[]>> = {
  oauth2: ['authorizationUrl', 'tokenUrl', 'refreshUrl'],
  oauth2generic: ['authorizationUrlTemplate', 'tokenUrlTemplate', 'refreshUrlTemplate'],
  aad: ['resourceUri'],
};

export const signInRules: readonly Rule[] = [
  {
    id: 'oauth-flow',
    group,
    severity: 'error',
    title: 'OAuth 2.0 with the authorization code',
    why: 'It is the only flow that the platform has: with another one no connection can be made. 2 of 1,012 published connectors say implicit.',
    source: 'Custom connector FAQ; connection parameters (Microsoft Learn, 2024)',
    good: {},
    bad: scheme({ flow: 'implicit', tokenUrl: null }),
    check: (model) =>
      securitySchemes(model)
        .filter(({ value }) => ['implicit', 'password', 'application'].includes(String(value.flow)))
        .map(({ name, value, pointer }) => ({
          message: `"${name}" has the flow ${String(value.flow)}, which the platform does not do. Write accessCode, with authorizationUrl and tokenUrl.`,
          pointer: `${pointer}/flow`,
        })),
  },
  {
    id: 'oauth-https',
    group,
    severity: 'warning',
    title: 'Sign-in and tokens go over https',
    why: 'Over http the code and the token can be read on their way.',
    source: 'Submit a connector for Microsoft certification (Microsoft Learn, 2024)',
    good: {},
    bad: scheme({ tokenUrl: 'http://login.fabrikam.com/token' }),
    check: (model) => {
      const defined = securitySchemes(model).flatMap(({ value, pointer }) =>
        ['authorizationUrl', 'tokenUrl'].map(
          (name): Problem & { readonly address: unknown; readonly name: string } => ({
            address: value[name],
            name,
            message: '',
            pointer: `${pointer}/${name}`,
          }),
        ),
      );
      const set = signIns(model).flatMap(({ value, pointer }) =>
        Object.keys(isObject(value.customParameters) ? value.customParameters : {})
          .filter((name) => /^(?:authorization|token|refresh)Url$/i.test(name))
          .map((name) => ({
            role: 'properties' as const,
            address: customParameter(value, name),
            name,
            message: '',
            pointer: `${pointer}/customParameters/${name}`,
          })),
      );
      return [...defined, ...set]
        .filter(({ address }) => /^http:/i.test(String(address)))
        .map(({ address, name, ...problem }) => ({
          ...problem,
          message: `${name} is "${String(address).slice(0, 200)}". Write https.`,
        }));
    },
  },
  {
    id: 'oauth-redirect-url',
    group,
    severity: 'warning',
    title: 'The sign-in comes back to the platform',
    why: 'The identity provider sends the code to this address; anywhere else it is lost, or stolen.',
    source: 'Submit a connector for Microsoft certification (Microsoft Learn, 2024)',
    good: settings({ redirectUrl: 'https://global.consent.azure-apim.net/redirect/fabrikam-5fquotes' }),
    bad: settings({ redirectUrl: 'https://quotes.fabrikam.com/redirect' }),
    check: (model) =>
      signIns(model)
        .filter(({ value: { redirectUrl } }) => typeof redirectUrl === 'string' && isElsewhere(redirectUrl))
        .map(({ value: { redirectUrl }, pointer }) => ({
          role,
          message: `redirectUrl is "${String(redirectUrl).slice(0, 200)}". Write https://global.consent.azure-apim.net/redirect.`,
          pointer: `${pointer}/redirectUrl`,
        })),
  },
  {
    id: 'identity-provider-parameters',
    group,
    severity: 'warning',
    title: 'The sign-in has what its identity provider needs',
    why: 'Without the addresses, or without the resource, nobody can sign in. 2 of 1,030 published connectors; the names’ case does not count.',
    source: 'Schema of apiProperties.json in microsoft/PowerPlatformConnectors (2024)',
    good: settings({ identityProvider: 'facebook', customParameters: null }),
    bad: settings({ customParameters: { resourceUri: null }, properties: { AzureActiveDirectoryResourceId: null } }),
    check: (model) =>
      signIns(model).flatMap(({ name, value, pointer }): Problem[] => {
        const resource = isObject(value.properties) ? value.properties.AzureActiveDirectoryResourceId : undefined;
        const provider = String(value.identityProvider).toLowerCase();
        const needs = Object.hasOwn(providerNeeds, provider) ? (providerNeeds[provider] ?? []) : [];
        const missing = needs.filter(
          (each) => customParameter(value, each) === undefined && !(each === 'resourceUri' && resource !== undefined),
        );
        if (missing.length === 0) return [];
        const message = `The sign-in "${name}" (${provider}) has no ${missing.join(', no ')} among its customParameters. Add { "value": … }.`;
        return [{ role, message, pointer: isObject(value.customParameters) ? `${pointer}/customParameters` : pointer }];
      }),
  },
];

function isElsewhere(redirectUrl: string): boolean {
  return (
    /^https?:/i.test(redirectUrl) && !/^https:\/\/(?:[\w-]+\.)?consent\.azure-apim\.(?:net|us|cn)\//i.test(redirectUrl)
  );
}
