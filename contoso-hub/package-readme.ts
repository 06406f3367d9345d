import type { Connector } from 'saleskit/connector';

/** The readme of the connector package, in the sections that certification asks for. */
export function packageReadme({ options, actions }: Connector): string {
  const operations = actions.map(
    ({ summary, operationId, description }) => `### ${summary}\n\n\`${operationId}\`: ${description}`,
  );
  return `# ${options.title}

${options.description}

## Publisher: ${options.publisher}

## Prerequisites

- Microsoft 365 Copilot for Sales, with partner extensions switched on for your organization.
- An environment with Dynamics 365 apps enabled.
- An account at ${options.title}.

## Supported Operations

${operations.join('\n\n')}

## Obtaining Credentials

${options.title} uses OAuth 2.0 with Microsoft Entra ID. Two app registrations are needed: one that secures the back end and exposes the scope \`access_as_user\`, one for the connector with a delegated permission to the first, a client secret, and the redirect URL that the platform shows after the connector is created. With on-behalf-of login the connection is made silently.

## Getting Started

Create an action of the connector in Copilot Studio with the descriptions that the connector gives its operations and their inputs, publish it, and enable it for Copilot for Sales. It takes up to seven days to reach users; signing out of Copilot for Sales and in again hurries it.

## Known Issues and Limitations

- 100 calls per connection in 60 seconds.
- Related records are shown for accounts and opportunities only.

## Common Errors and Remedies

- 401: the connection is no longer valid. Delete it and sign in again.
- 403: you have no account at ${options.title}, or may not see the record. Ask your administrator.
- 429: more than 100 calls in 60 seconds. The answer says in Retry-After when to ask again.
- 500: ${options.title} could not answer. Send the request id of the answer to support.

## FAQ

**Why do I see nothing on a record?** ${options.title} shows what it knows of accounts, contacts and opportunities. A record that it does not know stays empty; that is no error.

**In which language are the answers?** In the language of Copilot for Sales, where ${options.title} has it, else in English.

**Does ${options.title} change data in my CRM?** No. It only reads which record is open.

## Deployment Instructions

1. In \`apiProperties.json\` and \`apiDefinition.swagger.json\`, replace \`00000000-0000-0000-0000-00000000000a\` with the application id of the registration that secures your back end, everywhere it stands.
2. In \`apiProperties.json\`, replace \`00000000-0000-0000-0000-00000000000b\` with the application id of the connector's own registration.
3. In \`apiDefinition.swagger.json\`, replace the host with your own.
4. Run \`paconn create --settings settings.json --secret <client secret of the connector's registration>\` in this folder.
`;
}
