/** What nobody but a person can do, from the tenant to certification: nothing of it is seen from here. */
import type { Situation } from './situation.ts';

export interface Task {
  readonly text: (situation: Situation) => string;
  /** Always where absent. */
  readonly when?: (situation: Situation) => boolean;
}

export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly Task[];
}

const always = (text: string): Task => ({ text: () => text });
const forPoint = (id: string, text: string): Task => ({ text: () => text, when: ({ points }) => points.has(id) });
const forSignIn = (signIn: Situation['signIn'], text: string): Task => ({
  text: () => text,
  when: (situation) => situation.signIn === signIn,
});

export const taskGroups: readonly TaskGroup[] = [
  {
    title: 'Tenant and environment',
    tasks: [
      always(
        'The organization is signed up for partner extensions: some of them are a preview that a form switches on.',
      ),
      always('It is in none of the clouds that are not served: GCC, GCC High, DoD, 21Vianet.'),
      always('There is an environment with Dynamics 365 apps enabled. The default environment does not serve.'),
    ],
  },
  {
    title: 'Sign-in',
    tasks: [
      forSignIn('entra', 'The back end has an app registration in Microsoft Entra ID, which exposes a scope.'),
      forSignIn(
        'entra',
        'The connector has a second one, with a delegated permission to that scope and a client secret. No file here holds the secret.',
      ),
      forSignIn('entra', 'The ids of both stand in `apiProperties.json` and in the definition.'),
      forSignIn(
        'oauth',
        'The connector is registered with your identity provider, and has a client secret. No file here holds it.',
      ),
      {
        text: () =>
          'After the connector is made: the redirect URL that the platform shows stands in the connector’s registration. It differs by connector and by environment.',
        when: ({ signIn }) => signIn === 'entra' || signIn === 'oauth',
      },
      {
        text: () =>
          '“Enable on-behalf-of login” is true in the environment, so that sellers see no sign-in. One connector of an environment may have it for one back end. Each seller consents once.',
        when: ({ isOnBehalfOf }) => isOnBehalfOf,
      },
      {
        text: () =>
          'Sellers know what they will see once: Connect to …, Sign in, Create. Only Microsoft Entra ID with “Enable on-behalf-of login” does without.',
        when: ({ signIn, isOnBehalfOf }) => signIn !== 'none' && !isOnBehalfOf,
      },
      forSignIn('other', 'It is decided to do without OAuth 2.0: Microsoft asks for it, with Microsoft Entra ID.'),
      forSignIn(
        'none',
        'The connector gets a sign-in: it has none, and Microsoft asks for OAuth 2.0 with Microsoft Entra ID.',
      ),
    ],
  },
  {
    title: 'The connector in the environment',
    tasks: [
      {
        text: ({ host }) =>
          `The back end answers at ${host ? `https://${host}` : 'the host of the definition, which names none yet'}, from the internet, with TLS 1.2 or later.`,
      },
      {
        text: ({ fileName, signIn }) => {
          const hasSecret = signIn === 'entra' || signIn === 'oauth';
          const create = `paconn create --settings settings.json${hasSecret ? ' --secret …' : ''}`;
          const enter = hasSecret ? ', and the secret entered there' : '';
          return `The connector is made, one way or the other: \`${create}\` in \`paconn\`; or \`${fileName}_solution.zip\` imported in Power Apps, under Solutions${enter}.`;
        },
      },
      always('A connection is made, and each operation called once on the connector’s test page.'),
    ],
  },
  {
    title: 'The action',
    tasks: [
      always(
        'In Copilot Studio an action of the connector is made, described by `actions.md` to the letter, and published. If Copilot for Sales is not offered there, the administrator has not deployed the Sales app.',
      ),
      always('An administrator has enabled the action for users of Copilot for Sales.'),
      always(
        'Up to seven days have passed, or a seller has signed out of Copilot for Sales and in again, which hurries it. Changes of a connector can take hours as well.',
      ),
    ],
  },
  {
    title: 'Seen in Outlook or Teams',
    tasks: [
      forPoint(
        'record-details',
        'Related records, on an account or an opportunity: others have none. At most five connectors show them.',
      ),
      forPoint('record-summary', 'Insights in the summary of a record.'),
      forPoint(
        'opportunity-insights',
        'Key sales info, on a mail that is connected to an opportunity. It gives way to insights of meetings and mails where those are on.',
      ),
      forPoint(
        'email-summary',
        'Insights with the summary of a mail: of about 1,000 characters or more, in a supported language, not encrypted. Classic Outlook for Windows has them in the card Key email info.',
      ),
      forPoint('email-draft', 'Links in a draft that is made in the Sales pane; elsewhere there are none.'),
      always(
        'Answers under load: a connection has 500 calls a minute, and 100 in 60 seconds once the connector is certified.',
      ),
    ],
  },
  {
    title: 'Certification: optional, opens the connector to all tenants',
    tasks: [
      always('The publisher has an account in Partner Center, verified, and owns the service.'),
      always('Title and icon are like no other connector’s.'),
      always(
        '`paconn validate --api-def apiDefinition.swagger.json` in `paconn` is clean: it asks Microsoft’s own validator.',
      ),
      {
        text: ({ fileName }) =>
          `Both solutions of \`${fileName}_certification.zip\` are imported, the connector’s first. The flow has a connection, is turned on and has run; ten calls of each operation have succeeded, and there are pictures of it.`,
      },
      always(
        'Both solutions are exported again, unmanaged, and replace those in `PkgAssets`: what the platform exports counts, not what was made here.',
      ),
      always('The solution checker has nothing critical or high to say.'),
      always(
        'ConnectorPackageValidator.ps1 takes the package. It runs on Windows, with a path that begins with a drive.',
      ),
      always('Reviewers have an account to sign in with, and data to see.'),
      always('The package lies at a SAS address that holds for 15 days or more, and is handed in.'),
    ],
  },
];
