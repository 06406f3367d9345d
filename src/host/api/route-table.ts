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
  'crm?': 'dynamics365 or salesforce, with :ORG-URL for another organization; the record’s own',
  'language?': 'BCP 47; the seller’s',
  'question?': 'what is asked in Sales chat',
  'inputPrompt?': 'the prompt in use while drafting',
  'page?': 'a whole number from 0 to 1000',
} as const;

const packageSettings = {
  'url?': 'address to call in place of the definition’s',
  'headers?': 'headers of your own: { name: value }, all of them; one that comes back masked keeps its value',
  'isMock?': 'true for examples in place of calls',
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
    does: 'Adds a package: by its location, or by the text of its definition.',
    body: {
      location: 'folder, definition or URL',
      definition: 'in place of location: the text of a definition, JSON or YAML',
      'name?': 'with definition: the name of its file, shown as the location (apiDefinition.swagger.json)',
      'properties?': 'with definition: the text of apiProperties.json',
      'actions?': 'with definition: the text of actions.json',
      ...packageSettings,
    },
    answers: `201, ${connector}`,
  },
  {
    method: 'PUT',
    path: '/api/connectors/:key',
    does: 'Changes how a connector is called; what is not named stays.',
    body: { ...packageSettings, 'url?': `${packageSettings['url?']}; null for the definition’s again` },
    answers: connector,
  },
  {
    method: 'GET',
    path: '/api/connectors/:key/icon',
    does: 'The package’s icon.png.',
    answers: 'image/png or image/jpeg; 404 where there is none',
  },
  { method: 'DELETE', path: '/api/connectors/:key', does: 'Removes a connector.', answers: '204' },
  {
    method: 'POST',
    path: '/api/connectors/:key/reload',
    does: 'Reads the package anew; it is read by itself when a file changes.',
    answers: connector,
  },
  {
    method: 'GET',
    path: '/api/connectors/:key/lint',
    does: 'What lint says of the package, without what the configuration passes over.',
    answers:
      '{ findings, isMendable }; a finding is { rule, severity, message, file, line, column, pointer, fixable, title, why, source, concerns }, concerns the pointers of the operations that it is about; isMendable is false of a package at a URL, in an archive, or given as text',
  },
  {
    method: 'POST',
    path: '/api/connectors/:key/mend',
    does: 'Makes in the package’s files the fixes that are safe, as lint --fix does, and reads it anew.',
    answers:
      '{ files }, each { file, findings, changes }; a change is { line, before, after }, the lines as they were and as they are',
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
    answers:
      'a list of { name, description, value, choices }; choices are the error codes where value is errorCode, else null',
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
    answers: 'a redirect to /; where the sign-in failed, status 400 and a page that says why and how to mend it',
  },
  {
    method: 'POST',
    path: '/api/surfaces/:surface',
    does: 'What a surface shows: every connector that answers the extension point is called, all at once. sales-chat calls one skill; a skill that is not GET or wants confirmation is asked about first. With `accept: application/x-ndjson` the answer comes line by line, each the whole view: the first at once, its sections with outcome `pending` as long as their connector is under way, one more whenever a connector has ended; the last is the complete answer, or { error: { code, message } }.',
    body: { ...situation, 'confirmed?': 'true where the seller agreed to a chat skill' },
    answers:
      'view data: sections, citations, cards; connect: connectors that want a sign-in; NDJSON of that where it is asked for',
  },
  {
    method: 'POST',
    path: '/api/calls',
    does: 'One call of one connector.',
    body: {
      connector: 'its key',
      wanted: 'extension point or operation id',
      'inputs?':
        'inputs in place of the host’s own, by the extension point’s names; of a chat skill by its parameters’ names',
      'confirmed?':
        'true to call a chat skill that is not GET or wants confirmation; without it nothing is sent (outcome not-confirmed)',
      ...situation,
    },
    answers: 'the trace',
  },
  { method: 'GET', path: '/api/calls', does: 'The traces, newest first, 500 at most.', answers: 'a list' },
  { method: 'GET', path: '/api/calls/:id', does: 'One call.', answers: 'the trace; 404 where it is not kept' },
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
    does: 'Server-sent events: `call` when a call ends, { id, connector, title, wanted, outcome, durationMs }; `connectors` when one is added, changed or removed, { connector }; `failures` when those of a program have changed, { }; `world` when the world has changed, { }. A connector stands there by its key; durationMs is null where nothing was sent.',
    answers: 'a stream',
  },
  {
    method: 'GET',
    path: '/api/failures',
    does: 'Why the newest state is not shown: programs (`run` of the configuration) that have ended or do not answer, actions whose last call they answered with an error of their own (of services made with the SDK), and packages that cannot be read. What was shown before stays, but for those actions.',
    answers:
      'a list of { kind, about, message, file?, line?, column?, excerpt }; kind is program, call or package, about the command line, the operation id or the package, excerpt a list of { line, text } around the place',
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
  {
    method: 'GET',
    path: '/api/world',
    does: 'The seller’s world: records with reference (TYPE:ID, as `record?` takes it), ids by CRM and crm (as `crm?` takes it); mails, newest first (those without a time before all others), with date, text (the whole thread in words), messages (the same message by message, the newest first), fromName, toNames and ccNames (the names of sender, receivers and copies); the languages to choose from.',
    answers:
      '{ sellers, records, mails, languages: [{ tag, name }], crms: [{ crm, type, orgUrl }] }, the records and mails that were added among them',
  },
  {
    method: 'POST',
    path: '/api/world/records',
    does: 'Adds a record of one’s own.',
    body: {
      record: 'TYPE:ID',
      'name?': 'its name',
      'crm?':
        'dynamics365 (which it is in unless told otherwise) or salesforce, with :ORG-URL for another organization',
    },
    answers: '201, the record, as GET /api/world gives it',
  },
  {
    method: 'POST',
    path: '/api/world/mails',
    does: 'Adds a mail of one’s own.',
    body: {
      'eml?': 'the text of an .eml file',
      '<field>':
        'in place of it: the fields of resourceData, at least one of subject, plaintextBody and fullHtmlBody; sentDateTime in ISO 8601',
    },
    answers: '201, the mail, as GET /api/world gives it, with the id that `mail?` takes',
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
    'For this machine only: it answers to localhost, and to no page of another site. Bodies are JSON objects of 5 MB at most; a property that is not known is refused. Errors are `{ code, message }`: 400 INVALID_ARGUMENT, PACKAGE_UNREADABLE or SIGN_IN_FAILED, 404 NOT_FOUND, 413 TOO_LARGE, 415 UNSUPPORTED_MEDIA_TYPE, 500 INTERNAL.',
  ];
  return `${[...head, ...sections].join('\n\n')}\n`;
}
