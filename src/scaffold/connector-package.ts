/** The connector package of a plan, with TODO where only its owner knows. */
import {
  type Action,
  actionOf,
  actionOfSkill,
  entraSignIn,
  openApiDefinition,
  openIdSignIn,
  packageFilesOf,
  type SignIn,
} from '../contract/contract.ts';
import { iconOf } from './icon.ts';
import { type PackageWording, wordingOf } from './package-wording.ts';
import { idOf, offeredPoints, type Plan } from './plan.ts';

const host = 'todo.example.com';
const site = `https://${host}`;
const scope = 'access_as_user';

const signIns: Readonly<Record<Plan['authentication'], SignIn | undefined>> = {
  entra: entraSignIn({
    authority: 'common',
    clientId: 'TODO-connector-client-id',
    resource: 'api://TODO-api-client-id',
    scope,
  }),
  openid: openIdSignIn({
    authorizationUrl: `${site}/authorize`,
    tokenUrl: `${site}/token`,
    clientId: 'TODO-client-id',
    scope,
  }),
  none: undefined,
};

/** By name: definition, properties, actions, settings, icon, readme. As the template's write-package makes them. */
export function connectorPackageFiles(
  plan: Plan,
  wording: PackageWording = wordingOf(plan),
): Record<string, string | Uint8Array> {
  const { name: title, publisher, authentication } = plan;
  const signIn = signIns[authentication];
  const actions = actionsOf(plan, wording);
  const description = wording.description(title);
  const definition = openApiDefinition({
    title,
    description,
    version: '1.0',
    actions,
    testConnectionPath: '/diagnostics/testconnection',
    host,
    scheme: 'https',
    contact: { name: publisher, url: `${site}/support`, email: 'todo@example.com' },
    website: site,
    privacyPolicy: `${site}/privacy`,
    categories: ['Sales and CRM'],
    security: signIn?.security,
  });
  const connectionParameters = signIn?.connectionParameters ?? {};
  const icon = iconOf(title);
  return {
    ...packageFilesOf({ definition, actions, connectionParameters, publisher, icon }),
    'readme.md': readme(plan, description, actions),
  };
}

/** In the order in which saleskit/connector lists them. */
function actionsOf({ points, chatSkills }: Plan, wording: PackageWording): Action[] {
  const chosen = offeredPoints.filter(({ point }) => points.includes(point.id));
  return [
    ...chosen.map(({ point }) => actionOf(point, `/sales/${point.id}`)),
    ...chatSkills.map((title) => actionOfSkill(skillOf(title, wording), `/sales/${idOf(title)}`)),
  ];
}

/** As the template declares it. */
function skillOf(title: string, wording: PackageWording): Parameters<typeof actionOfSkill>[0] {
  return {
    id: idOf(title),
    title,
    description: wording.skillDescription(title),
    method: 'GET',
    inputs: [
      {
        name: 'accountName',
        type: 'string',
        required: true,
        description: wording.skillInput,
      },
    ],
  };
}

/** In the sections that certification asks for. */
function readme({ name, publisher, ownApi }: Plan, description: string, actions: readonly Action[]): string {
  const operations = actions.map(
    ({ summary, operationId, description: text }) => `### ${summary}\n\n\`${operationId}\`: ${text}`,
  );
  return `# ${name}

${description}

## Publisher: ${publisher}

## Prerequisites

- Microsoft 365 Copilot for Sales, with partner extensions switched on for your organization.
- TODO: what a customer needs from ${publisher}.

## Supported Operations

${operations.join('\n\n')}

## Obtaining Credentials

TODO: how a customer gets an account, and how it is connected.

## Known Issues and Limitations

${['100 calls per connection in 60 seconds.', ...(ownApi?.missing.map((text) => `TODO: ${text}`) ?? [])].map((text) => `- ${text}\n`).join('')}
## Deployment Instructions

\`paconn create --settings settings.json --secret <client secret>\` in this folder. Then create an action of the connector in Copilot Studio with the descriptions of \`actions.json\`, and enable it for Copilot for Sales.
`;
}
