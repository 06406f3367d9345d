/** The files of a connector package, as the Power Platform's tools take them. */
import type { Action } from './action.ts';

/** What the files of a connector package are made of. */
export interface PackageContents {
  readonly definition: Readonly<Record<string, unknown>>;
  readonly actions: readonly Action[];
  readonly connectionParameters: Readonly<Record<string, unknown>>;
  readonly publisher: string;
  readonly icon: { readonly png: Uint8Array; readonly brandColor: string };
}

/** By name, ready to be written: definition, properties, action descriptions, settings of paconn, icon. */
export function packageFilesOf(contents: PackageContents): Record<string, string | Uint8Array> {
  const { definition, actions, connectionParameters, publisher, icon } = contents;
  return {
    'apiDefinition.swagger.json': json(definition),
    'apiProperties.json': json({
      properties: {
        connectionParameters,
        iconBrandColor: icon.brandColor,
        capabilities: [],
        publisher,
        stackOwner: publisher,
      },
    }),
    'actions.json': json({ actions: actions.map(actionEntry) }),
    'settings.json': json(paconnSettings({ hasIcon: true, hasScript: false })),
    'icon.png': icon.png,
  };
}

/** settings.json of paconn, for a package whose files have their usual names; it names neither connector nor environment. */
export function paconnSettings({ hasIcon, hasScript }: { readonly hasIcon: boolean; readonly hasScript: boolean }) {
  return {
    connectorId: null,
    environment: null,
    apiProperties: 'apiProperties.json',
    apiDefinition: 'apiDefinition.swagger.json',
    icon: hasIcon ? 'icon.png' : null,
    script: hasScript ? 'script.csx' : null,
    powerAppsUrl: 'https://api.powerapps.com',
    powerAppsApiVersion: '2016-11-01',
  };
}

/** The action as it is to be described in Copilot Studio, to the letter. */
function actionEntry({ operationId, description, inputs }: Action) {
  const parameters = Object.fromEntries(inputs.map((input) => [input.name, input.description]));
  return { operationId, description, parameters };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
