import type { Action } from '../contract/contract.ts';
import type { Connector } from './connector-options.ts';

/** The files of a connector package, by name, ready to be written. `host` is where the connector will be reached. */
export function packageFiles(connector: Connector, { host }: { host: string }): Record<string, string | Uint8Array> {
  const { options, actions } = connector;
  return {
    'apiDefinition.swagger.json': json(connector.definition({ host, scheme: 'https' })),
    'apiProperties.json': json({
      properties: {
        connectionParameters: options.auth.connectionParameters ?? {},
        iconBrandColor: options.icon.brandColor,
        capabilities: [],
        publisher: options.publisher,
        stackOwner: options.publisher,
      },
    }),
    'actions.json': json({ actions: actions.map(actionEntry) }),
    'settings.json': json({
      connectorId: null,
      environment: null,
      apiProperties: 'apiProperties.json',
      apiDefinition: 'apiDefinition.swagger.json',
      icon: 'icon.png',
      script: null,
      powerAppsUrl: 'https://api.powerapps.com',
      powerAppsApiVersion: '2016-11-01',
    }),
    'icon.png': options.icon.png,
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
