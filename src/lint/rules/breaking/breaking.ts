/** What a new version of a package takes from those who use the old one: one rule a kind of change. */
import { extensionPoints } from '../../../contract/contract.ts';
import { type ChangeKind, changesBetween } from '../../against.ts';
import type { BreakingRule, Sample } from '../../rule.ts';
import { answered, dealAnswer, dealParameters, deals, dealsAfter } from './examples.ts';

const { recordDetails } = extensionPoints;
const updates =
  'Update a certified connector, and the change checks of the certification pipeline (Microsoft Learn, PowerPlatformConnectors)';
const discovery = 'Extend Copilot for Sales (Microsoft Learn, 2026): actions are found by their descriptions';

const withRecordDetails = (change: object | null): Sample => ({
  definition: { paths: { [recordDetails.path]: { get: change } } },
});
const skill = (enabled: boolean) => deals({ 'x-ms-openai-data': { 'openai-enabled': enabled } });
const withParameters = (connectionParameters: object): Sample => ({
  properties: { properties: { connectionParameters } },
});
const optionalTop = recordDetails.inputs.map(({ name, description, required, type }) => ({
  name,
  in: 'query',
  'x-ms-summary': name,
  required,
  type,
  description: name === 'top' ? 'How many.' : description,
}));

/** ListDeals with a name in its answer. */
const named = (change: object, required: readonly string[] = []): Sample =>
  deals({
    responses: {
      200: {
        description: 'Deals.',
        schema: { type: 'object', properties: { name: { type: 'string', ...change } }, required },
      },
    },
  });
const withScopes = (...scopes: readonly string[]): Sample => ({
  definition: {
    securityDefinitions: {
      partner: {
        type: 'oauth2',
        flow: 'application',
        scopes: Object.fromEntries(scopes.map((scope) => [scope, scope])),
      },
    },
  },
});

interface Declared extends Omit<BreakingRule, 'group' | 'source' | 'check' | 'id'> {
  readonly id: ChangeKind;
  readonly source?: string;
}

const declared: readonly Declared[] = [
  {
    id: 'extension-point-lost',
    severity: 'error',
    title: 'Sellers keep every extension point',
    why: 'An action that was invoked and would not be any more takes its part out of the sales work, and nobody is told: the place just stays empty.',
    source: discovery,
    good: { new: withRecordDetails({ operationId: 'related' }) },
    bad: { new: withRecordDetails({ operationId: 'related', description: 'Gets our documents.' }) },
  },
  {
    id: 'extension-point-description-changed',
    severity: 'warning',
    title: 'The description of an extension point stays to the letter',
    why: 'It is found by its description; one that is near, or the operationId alone, may not be enough.',
    source: discovery,
    good: { new: withRecordDetails({ summary: 'Our documents' }) },
    bad: { new: withRecordDetails({ description: recordDetails.apiDescription.toUpperCase() }) },
  },
  {
    id: 'extension-point-input-lost',
    severity: 'warning',
    title: 'An extension point keeps the inputs that it was given',
    why: 'The host finds an input by its description; what it does not find it does not send, and the answer is another one.',
    source: discovery,
    good: { new: withRecordDetails({ summary: 'Our documents' }) },
    bad: { new: withRecordDetails({ parameters: optionalTop }) },
  },
  {
    id: 'chat-skill-lost',
    severity: 'error',
    title: 'Sellers keep every chat skill',
    why: 'Copilot answers questions with it today, and would not any more.',
    source: discovery,
    good: { old: skill(false), new: skill(true) },
    bad: { old: skill(true), new: skill(false) },
  },
  {
    id: 'operation-deleted',
    severity: 'error',
    title: 'Operations stay',
    why: 'Flows, apps and agents keep the operationId and fail without the operation.',
    good: { new: deals() },
    bad: { old: deals() },
  },
  {
    id: 'operation-hidden',
    severity: 'error',
    title: 'Operations that makers see stay visible',
    why: 'What is internal is not found any more by makers, nor by agents.',
    good: dealsAfter({ 'x-ms-visibility': 'advanced' }),
    bad: dealsAfter({ 'x-ms-visibility': 'internal' }),
  },
  {
    id: 'operation-id-changed',
    severity: 'error',
    title: 'An operation keeps its operationId',
    why: 'It is what flows, apps and agents keep of an operation.',
    good: dealsAfter({ summary: 'Deals' }),
    bad: dealsAfter({ operationId: 'GetDeals' }),
  },
  {
    id: 'operation-address-changed',
    severity: 'error',
    title: 'An operation keeps its path and its method',
    why: 'Connections that are in use call the old address until they are renewed. A variable of the path may change its name.',
    good: { old: deals({}, '/deals/{id}'), new: deals({}, '/deals/{deal}') },
    bad: { old: deals(), new: deals({}, '/v2/deals') },
  },
  {
    id: 'parameter-moved',
    severity: 'error',
    title: 'A parameter stays where it is sent',
    why: 'From query to header, path or body is another request; what is installed sends the old one.',
    good: dealsAfter(dealParameters({ top: { format: 'int32' } })),
    bad: dealsAfter(dealParameters({ top: { in: 'header' } })),
  },
  {
    id: 'input-deleted',
    severity: 'error',
    title: 'Inputs stay',
    why: 'Flows that fill them have values for something that is not there, and are marked as faulty.',
    good: dealsAfter({ parameters: [...dealParameterList(), { name: 'skip', in: 'query', type: 'integer' }] }),
    bad: dealsAfter({ parameters: dealParameterList().slice(1) }),
  },
  {
    id: 'input-became-required',
    severity: 'error',
    title: 'Nothing more is required than was',
    why: 'Flows that leave the value out fail. What is internal and has a default is sent all the same.',
    good: dealsAfter(dealParameters({ top: { required: true, default: 10, 'x-ms-visibility': 'internal' } })),
    bad: dealsAfter(dealParameters({ top: { required: true } })),
  },
  {
    id: 'input-became-internal',
    severity: 'error',
    title: 'Inputs that makers see stay visible',
    why: 'What a maker filled in is not shown any more, and cannot be changed.',
    good: dealsAfter(dealParameters({ top: { 'x-ms-visibility': 'advanced' } })),
    bad: dealsAfter(dealParameters({ top: { 'x-ms-visibility': 'internal' } })),
  },
  {
    id: 'input-type-changed',
    severity: 'error',
    title: 'Inputs keep their types',
    why: 'What flows have filled in is of the old type. (From integer to number loses nothing.)',
    good: dealsAfter(dealParameters({ top: { type: 'number' } })),
    bad: dealsAfter(dealParameters({ top: { type: 'string' } })),
  },
  {
    id: 'input-format-changed',
    severity: 'warning',
    title: 'Inputs keep their formats',
    why: 'With byte, binary, date or date-time the platform sends another kind of value than plain text.',
    good: dealsAfter(dealParameters({ region: { format: 'uri' } })),
    bad: dealsAfter(dealParameters({ region: { format: 'byte' } })),
  },
  {
    id: 'input-enum-added',
    severity: 'warning',
    title: 'What takes any value goes on doing so',
    why: 'Flows that send a value outside the list are refused.',
    good: dealsAfter(dealParameters({ top: { maximum: 50 } })),
    bad: dealsAfter(dealParameters({ top: { enum: [10, 20] } })),
  },
  {
    id: 'input-enum-value-removed',
    severity: 'warning',
    title: 'Values that an input takes stay',
    why: 'Flows that send the value are refused.',
    good: dealsAfter(dealParameters({ region: { enum: ['south', 'north', 'west'] } })),
    bad: dealsAfter(dealParameters({ region: { enum: ['north'] } })),
  },
  {
    id: 'output-deleted',
    severity: 'error',
    title: 'Outputs stay',
    why: 'Flows, apps and agents that read the property find nothing in its place.',
    good: dealsAfter(dealAnswer({ ...answered, average: { type: 'number' } })),
    bad: dealsAfter(dealAnswer({ deals: answered.deals })),
  },
  {
    id: 'output-type-changed',
    severity: 'error',
    title: 'Outputs keep their types',
    why: 'Expressions that read the property are made for the old type.',
    good: dealsAfter(dealAnswer({ ...answered, total: { type: 'integer', format: 'int64' } })),
    bad: dealsAfter(dealAnswer({ ...answered, total: { type: 'string' } })),
  },
  {
    id: 'output-format-changed',
    severity: 'warning',
    title: 'Outputs keep their formats',
    why: 'With byte, binary, date or date-time the platform reads another kind of value than plain text.',
    good: dealsAfter(dealAnswer({ ...answered, total: { type: 'integer', format: 'int64' } })),
    bad: { old: named({}), new: named({ format: 'byte' }) },
  },
  {
    id: 'output-became-optional',
    severity: 'warning',
    title: 'What is in every answer stays in it',
    why: 'Flows, apps and agents do not ask whether it is there, since it always was.',
    good: { old: named({}), new: named({}, ['name']) },
    bad: { old: named({}, ['name']), new: named({}) },
  },
  {
    id: 'media-type-removed',
    severity: 'warning',
    title: 'Media types stay',
    why: 'What is installed goes on sending and reading what it did.',
    good: {
      old: deals({ produces: ['application/json'] }),
      new: deals({ produces: ['text/csv', 'application/json'] }),
    },
    bad: { old: deals({ produces: ['application/json'] }), new: deals({ produces: ['text/csv'] }) },
  },
  {
    id: 'service-address-changed',
    severity: 'warning',
    title: 'The service stays at its address',
    why: 'What is installed calls host and basePath as they were until it is renewed.',
    good: { old: { definition: { basePath: null } }, new: { definition: { basePath: '/' } } },
    bad: { new: { definition: { basePath: '/v2' } } },
  },
  {
    id: 'connection-parameter-removed',
    severity: 'error',
    title: 'Connection parameters stay',
    why: 'Connections that users have made hold their values and stop working without them.',
    good: { new: withParameters({ site: { type: 'string' } }) },
    bad: { old: withParameters({ site: { type: 'string' } }) },
  },
  {
    id: 'authentication-removed',
    severity: 'error',
    title: 'Every way to sign in stays',
    why: 'Users would have to make their connections anew. Certification forbids it.',
    good: { new: { definition: { securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } } } },
    bad: { old: { definition: { securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } } } },
  },
  {
    id: 'scope-added',
    severity: 'warning',
    title: 'Signing in asks for no more than it did',
    why: 'A token holds the scopes that its user agreed to: calls that need the new one fail until the connection is made anew.',
    source: 'OAuth 2.0 (RFC 6749, section 3.3)',
    good: { old: withScopes('deals.read', 'deals.write'), new: withScopes('deals.read') },
    bad: { old: withScopes('deals.read'), new: withScopes('deals.read', 'deals.write') },
  },
  {
    id: 'update-is-minor',
    severity: 'info',
    title: 'Only texts changed',
    why: 'Texts, the contact, the colour and the icon are a minor update: nobody has to renew anything, and certification is quicker.',
    good: dealsAfter(dealParameters({ top: { maximum: 50 } })),
    bad: dealsAfter({ summary: 'List all deals' }),
  },
];

export const breakingRules: readonly BreakingRule[] = declared.map((rule) => ({
  group: 'breaking',
  source: updates,
  ...rule,
  check: (model, old) => changesBetween(model, old).filter(({ kind }) => kind === rule.id),
}));

function dealParameterList(): object[] {
  return (dealParameters({}) as { parameters: object[] }).parameters;
}
