/** The package that rules' examples are laid over: one connector that answers every extension point, without a finding. */
import { actionOf, extensionPoints, openApiDefinition } from '../contract/contract.ts';
import { type ConnectorPackage, packageFileNames, packageOfFiles } from '../package/connector-package.ts';
import { archivePackage } from '../package/solution.ts';
import type { Sample } from './rule.ts';
import { sampleArchive } from './sample-archive.ts';
import { sampleIcon } from './sample-icon.ts';

const { recordDetails, recordSummary, opportunityInsights, emailSummary, emailDraft } = extensionPoints;

const resource = 'api://00000000-0000-4000-8000-00000000000a';

const files = {
  definition: openApiDefinition({
    title: 'Fabrikam Quotes',
    description: 'Fabrikam Quotes brings quotes and the activities around them to the sales work in mail and chat.',
    version: '1.0',
    actions: [recordDetails, recordSummary, opportunityInsights, emailSummary, emailDraft].map((point) =>
      actionOf(point),
    ),
    testConnectionPath: '/api/test-connection',
    host: 'quotes.fabrikam.com',
    scheme: 'https',
    contact: { name: 'Fabrikam Support', url: 'https://fabrikam.com/support', email: 'support@fabrikam.com' },
    website: 'https://fabrikam.com',
    privacyPolicy: 'https://fabrikam.com/privacy',
    categories: ['Sales and CRM'],
    security: {
      type: 'oauth2',
      flow: 'accessCode',
      authorizationUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      scopes: { [`${resource}/access_as_user`]: 'Read quotes as the seller' },
    },
  }),
  properties: {
    properties: {
      connectionParameters: {
        token: {
          type: 'oauthSetting',
          oAuthSettings: {
            identityProvider: 'aad',
            clientId: '00000000-0000-4000-8000-00000000000b',
            scopes: [`${resource}/access_as_user`],
            redirectMode: 'GlobalPerConnector',
            redirectUrl: 'https://global.consent.azure-apim.net/redirect',
            properties: {
              IsFirstParty: 'False',
              AzureActiveDirectoryResourceId: resource,
              IsOnbehalfofLoginSupported: true,
            },
            customParameters: {
              loginUri: { value: 'https://login.microsoftonline.com' },
              tenantId: { value: 'common' },
              resourceUri: { value: resource },
              enableOnbehalfOfLogin: { value: 'true' },
            },
          },
        },
      },
      iconBrandColor: '#123a6b',
      capabilities: [],
      publisher: 'Fabrikam',
      stackOwner: 'Fabrikam',
    },
  },
};

const readme = `# Fabrikam Quotes

Quotes and the activities around them, in the sales work.

## Publisher: Fabrikam

## Prerequisites

## Supported Operations

## Obtaining Credentials

## Known Issues and Limitations

## Deployment Instructions
`;

/** The package with a rule's fragment laid over it: a folder of files, or an archive. */
export function samplePackage(sample: Sample = {}): ConnectorPackage {
  if (sample.archive) return archivePackage(sampleArchive(sample.archive, sample.archiveProblem));
  const { name = packageFileNames.definition, encoding = 'utf8' } = sample;
  const texts: Readonly<Record<string, string | undefined>> = {
    [name]: textOf(sample.definition, files.definition),
    [packageFileNames.properties]: sample.properties === null ? undefined : textOf(sample.properties, files.properties),
    [packageFileNames.actions]: textOf(sample.actions, undefined),
    [packageFileNames.settings]: textOf(sample.settings, undefined),
    [packageFileNames.script]: sample.script,
    [packageFileNames.readme]: sample.readme === undefined ? readme : (sample.readme ?? undefined),
    ...sample.files,
  };
  const present = Object.entries(texts).flatMap(([file, text]) =>
    text === undefined ? [] : [[file, new Uint8Array(Buffer.from(text, file === name ? encoding : 'utf8'))] as const],
  );
  const icon = sample.icon === null ? [] : [[packageFileNames.icon, iconOf(sample.icon)] as const];
  const whole = new Map<string, Uint8Array>([...present, ...icon]);
  return packageOfFiles(name, whole, { definitionName: name, isWhole: true });
}

function iconOf(icon: Sample['icon']): Uint8Array {
  return typeof icon === 'string' ? new Uint8Array(Buffer.from(icon, 'latin1')) : sampleIcon(icon ?? {});
}

function textOf(fragment: object | string | undefined, base: object | undefined): string | undefined {
  if (typeof fragment === 'string') return fragment;
  if (base === undefined) return fragment && JSON.stringify(fragment, null, 2);
  return JSON.stringify(laidOver(base, fragment ?? {}), null, 2);
}

/** Objects are merged, null takes away, everything else replaces. */
export function laidOver(base: unknown, fragment: unknown): unknown {
  if (!isPlain(base) || !isPlain(fragment)) return fragment;
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(fragment)) {
    if (value === null) delete merged[name];
    else merged[name] = laidOver(merged[name], value);
  }
  return merged;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
