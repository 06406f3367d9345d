/** Every address of the host's API: the reference page is made of it, and a test holds the routes against it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly does: string;
  /** What the body holds, name by name. */
  readonly body?: Readonly<Record<string, string>>;
  readonly answers: string;
}

const situation = {
  'seller?': 'id of a seller; the first one',
  'record?': 'TYPE:ID; one that the world does not know is used as given',
  'mail?': 'id of a mail of the world, or the fields of resourceData',
  'crm?': 'dynamics365 or salesforce, with :ORG-URL for another organization',
  'language?': 'BCP 47; the seller’s',
  'question?': 'what is asked in Sales chat',
  'inputPrompt?': 'the prompt in use while drafting',
  'page?': 'from 0',
} as const;

const connector = 'the connector, as GET /api/connectors gives it';

export const apiRoutes: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/connectors',
    does: 'The connectors with their actions: for each what `call` gives under action, whether it is used and enabled, and why the gateway would rewrite its calls (`rewritten`; of the connector: why those of all its actions), null where it would not.',
    answers: 'a list',
  },
  {
    method: 'POST',
    path: '/api/connectors',
    does: 'Adds a package.',
    body: {
      location: 'folder, definition or URL',
      'url?': 'address to call in place of the definition’s',
      'isMock?': 'true for examples in place of calls',
    },
    answers: `201, ${connector}`,
  },
  { method: 'DELETE', path: '/api/connectors/:key', does: 'Removes a connector.', answers: '204' },
  {
    method: 'POST',
    path: '/api/connectors/:key/reload',
    does: 'Reads the package anew; it is read by itself when a file changes.',
    answers: connector,
  },
  {
    method: 'PUT',
    path: '/api/connectors/:key/actions/:operationId',
    does: 'Switches an action on or off, as an administrator would.',
    body: { enabled: 'true or false' },
    answers: connector,
  },
  {
    method: 'PUT',
    path: '/api/connectors/:key/faults',
    does: 'Sets the faults on purpose; those that are not named are off.',
    body: { '<fault>': 'its value' },
    answers: connector,
  },
  {
    method: 'GET',
    path: '/api/faults',
    does: 'The faults that there are.',
    answers: 'a list of { name, description, value }',
  },
  {
    method: 'POST',
    path: '/api/connectors/:key/connection',
    does: 'Begins a sign-in (OAuth 2.0, authorization code with PKCE).',
    body: { 'seller?': situation['seller?'] },
    answers: '{ url }, to be opened in a browser',
  },
  {
    method: 'PUT',
    path: '/api/connectors/:key/connection',
    does: 'Takes a pasted token.',
    body: { token: 'the token', 'seller?': situation['seller?'] },
    answers: 'the state of the connection',
  },
  {
    method: 'DELETE',
    path: '/api/connectors/:key/connection',
    does: 'Signs out.',
    body: { 'seller?': situation['seller?'] },
    answers: '204',
  },
  {
    method: 'GET',
    path: '/connected',
    does: 'Where the identity provider sends the browser back to.',
    answers: 'a redirect to /',
  },
  {
    method: 'POST',
    path: '/api/surfaces/:surface',
    does: 'What a surface shows: every connector that answers the extension point is called, all at once. sales-chat calls one skill; a skill that is not GET or wants confirmation is asked about first.',
    body: { ...situation, 'confirmed?': 'true where the seller agreed to a chat skill' },
    answers: 'view data: sections, citations, cards; connect: connectors that want a sign-in',
  },
  {
    method: 'POST',
    path: '/api/calls',
    does: 'One call of one connector.',
    body: {
      connector: 'its key',
      wanted: 'extension point or operation id',
      'inputs?': 'inputs in place of the host’s own',
      ...situation,
    },
    answers: 'the trace',
  },
  { method: 'GET', path: '/api/calls', does: 'The traces, newest first, 500 at most.', answers: 'a list' },
  {
    method: 'GET',
    path: '/api/calls.ndjson',
    does: 'The traces in the order of the calls, one a line.',
    answers: 'NDJSON',
  },
  {
    method: 'GET',
    path: '/api/calls/:id/curl',
    does: 'A call as a curl command, its token left as $TOKEN.',
    answers: 'text',
  },
  {
    method: 'GET',
    path: '/api/events',
    does: 'Server-sent events: `call` when a call ends, `connectors` when one changes.',
    answers: 'a stream',
  },
  {
    method: 'GET',
    path: '/api/profile',
    does: 'What the host sends, with the switches that there are.',
    answers: '{ profile, switches }',
  },
  {
    method: 'PUT',
    path: '/api/profile',
    does: 'Sends otherwise than usual; what is not named is as usual.',
    body: { '<switch>': 'its value' },
    answers: '{ profile, switches }',
  },
  { method: 'GET', path: '/api/world', does: 'The seller’s world.', answers: '{ sellers, records, mails }' },
  {
    method: 'POST',
    path: '/api/world/records',
    does: 'Adds a record of one’s own.',
    body: { record: 'TYPE:ID', 'name?': 'its name', 'crm?': situation['crm?'] },
    answers: '201, the record',
  },
  {
    method: 'POST',
    path: '/api/world/mails',
    does: 'Adds a mail of one’s own.',
    body: { '<field>': 'the fields of resourceData' },
    answers: '201, the mail',
  },
];

/** The reference page. */
export function apiPage(): string {
  const sections = apiRoutes.map(({ method, path, does, body, answers }) => {
    const fields = Object.entries(body ?? {}).map(([name, meaning]) => `- \`${name}\`: ${meaning}`);
    return [
      `## ${method} ${path}`,
      does,
      ...(fields.length > 0 ? [`Body:\n\n${fields.join('\n')}`] : []),
      `Answers ${answers}.`,
    ].join('\n\n');
  });
  const head = [
    '<!-- Made from src/host/api/route-table.ts by `npm run generate`. -->',
    '# The HTTP API of the host',
    'For this machine only: it answers to localhost, and to no page of another site. Errors are `{ code, message }` with status 400, 404 or 500.',
  ];
  return `${[...head, ...sections].join('\n\n')}\n`;
}
