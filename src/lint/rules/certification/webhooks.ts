/** Webhooks: the address to tell, what is sent to it, and how a polled trigger is paired with one. */
import { type DiscoveredAction, notificationUrl } from '../../../discovery/discovery.ts';
import type { Severity } from '../../../report/finding.ts';
import { isObject } from '../../model/json-object.ts';
import { mayMention } from '../../model/mentions.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { schemasWith } from '../../model/parts-with.ts';
import { type Reference, references } from '../../model/references.ts';
import type { SchemaPart } from '../../model/schemas.ts';
import { operationUsage } from '../../model/usage.ts';
import type { Webhook } from '../../model/webhooks.ts';
import type { Problem, Rule } from '../../rule.ts';
import { callback, polling, triggerExample, webhookBody } from './trigger-example.ts';

const validator = 'Fix Swagger Validator errors (Microsoft Learn, 2022 and later)';
const webhookGuide = 'Use a webhook as a trigger (Microsoft Learn)';

const nested = (hook: object, more: object = {}) => ({
  type: 'object',
  required: ['target'],
  properties: { target: { type: 'object', properties: hook, required: Object.keys(hook), ...more } },
});
const withUrl = (change: object) => ({
  ...webhookBody,
  properties: { callbackUrl: { ...callback, ...change } },
});

type Declared = Omit<Rule, 'group' | 'source'> & Partial<Pick<Rule, 'source'>>;

const declared: readonly Declared[] = [
  {
    id: 'WebhookOperationsMissingNotificationUrlProperty',
    severity: 'error',
    title: 'A webhook has a property for the address to tell',
    why: 'The platform writes the address of the flow into the property that is marked so. Without it your service does not know whom to tell. None of 1,012 published connectors breaks this.',
    good: triggerExample({ body: nested({ url: callback }) }),
    bad: triggerExample({ body: { type: 'object', properties: { callbackUrl: { type: 'string' } } } }),
    check: (model) =>
      model.webhooks
        .filter((webhook) => isMeantAsWebhook(webhook) && webhook.urls.length === 0)
        .map(({ part }) => ({
          message: `${part.operationId} is a webhook and takes no address to tell. Mark a property of its body with x-ms-notification-url: true.`,
          pointer: part.pointer,
        })),
  },
  {
    id: 'NotificationUrlNotString',
    severity: 'error',
    title: 'The address to tell is a string',
    why: 'The platform writes an address there. 1 of 1,012 published connectors declares something else.',
    good: triggerExample({}),
    bad: triggerExample({ body: withUrl({ type: 'object' }) }),
    check: (model) =>
      urlProblems(model, ({ input }) =>
        input.type === 'string' ? undefined : `is of type ${input.type ?? 'none'}. Make it a string.`,
      ),
  },
  {
    id: 'NotificationUrlNotInternal',
    severity: 'error',
    title: 'The address to tell is internal',
    why: 'It is the platform that fills it; a maker who sees it fills in something that does not work. None of 1,012 published connectors shows it.',
    good: triggerExample({
      body: nested({ url: { ...callback, 'x-ms-visibility': 'none' } }, { 'x-ms-visibility': 'internal' }),
    }),
    bad: triggerExample({ body: withUrl({ 'x-ms-visibility': 'important' }) }),
    check: (model) =>
      urlProblems(model, ({ isInternal }) =>
        isInternal ? undefined : 'is shown to makers. Give it x-ms-visibility: "internal".',
      ),
  },
  {
    id: 'NotificationUrlNotRequired',
    severity: 'warning',
    title: 'The address to tell is required, and all that it stands in',
    why: 'What is internal and optional may be left out. 36 of 1,012 published connectors leave it or the whole body optional.',
    good: triggerExample({ body: nested({ url: callback }) }),
    bad: triggerExample({ body: { ...webhookBody, required: ['region'] } }),
    check: (model) => [
      ...urlProblems(model, ({ input }) =>
        input.required ? undefined : 'is not required all the way. Name it, and what it stands in, in required.',
      ),
      ...model.webhooks.flatMap(({ operation: { body, operationId }, urls }): Problem[] => {
        if (!body || body.required || urls.length === 0) return [];
        const message = `The body of ${operationId} is optional, and the address to tell stands in it. Require it.`;
        return [{ message, pointer: body.pointer, severity: 'info' }];
      }),
    ],
  },
  {
    id: 'NotificationUrlNotAllowedInThisPosition',
    severity: 'error',
    title: 'The address to tell stands in the body that is sent',
    why: 'In queries, headers and answers nobody fills it. No published connector has it in a parameter.',
    good: triggerExample({}),
    bad: triggerExample({
      operation: {
        parameters: [{ name: 'callbackUrl', in: 'query', ...callback, required: true }],
      },
    }),
    check: misplacedUrls,
  },
  {
    id: 'OperationMustHaveNotificationContentExtension',
    severity: 'error',
    title: 'A webhook says what it will send',
    why: 'Without x-ms-notification-content a flow has nothing of the event to work with. None of 1,012 published connectors lacks it; all have it on the path.',
    good: triggerExample({
      path: { 'x-ms-notification-content': undefined },
      operation: { 'x-ms-notification-content': { schema: { type: 'object' } } },
    }),
    bad: triggerExample({ path: { 'x-ms-notification-content': undefined } }),
    check: (model) =>
      model.webhooks
        .filter(({ urls, hasContent }) => urls.length > 0 && !hasContent)
        .map(({ part, urls }) => ({
          message: `${part.operationId} takes ${urls.length === 1 ? 'an address' : `${urls.length} addresses`} to tell, and nothing says what it sends. Add x-ms-notification-content with a schema to its path.`,
          pointer: part.pointer,
        })),
  },
  {
    id: 'webhook-without-delete',
    severity: 'warning',
    title: 'A connector with webhooks can leave them',
    why: 'When a flow is switched off the platform deletes its subscription; without an operation for it your service goes on telling. 38 of 1,012 published connectors have none.',
    source: webhookGuide,
    good: triggerExample({}),
    bad: triggerExample({ more: { '/hooks/{id}': {} } }),
    check: (model) => {
      if (model.operations.some(({ method }) => method === 'delete')) return [];
      const first = model.webhooks.find(({ part, urls }) => part.isTrigger && urls.length > 0);
      const message = `No operation deletes what ${first?.part.operationId} subscribes. Add a DELETE whose address the subscription answers in its header Location.`;
      return first ? [{ message, pointer: first.part.pointer }] : [];
    },
  },
  {
    id: 'NotificationExtensionSupportedForTriggerOnly',
    severity: 'error',
    title: 'x-ms-notification stands on triggers',
    why: 'It pairs a trigger that is polled with a webhook; elsewhere it means nothing.',
    good: triggerExample({ more: polling({ 'x-ms-notification': { operationId: 'DealWon' } }) }),
    bad: triggerExample({
      more: polling({ 'x-ms-trigger': undefined, 'x-ms-notification': { operationId: 'DealWon' } }),
    }),
    check: (model) =>
      paired(model).flatMap(({ webhook: { part } }) =>
        part.isTrigger
          ? []
          : [
              {
                message: `${part.operationId} is no trigger, so its x-ms-notification means nothing. Remove it, or add x-ms-trigger.`,
                pointer: `${part.pointer}/x-ms-notification`,
              },
            ],
      ),
  },
  {
    id: 'NotificationExtensionNotSupportedInWebhookOperation',
    severity: 'error',
    title: 'A webhook has no x-ms-notification',
    why: 'A webhook is told itself; only a trigger that is polled has one beside it.',
    good: triggerExample({ more: polling({ 'x-ms-notification': { operationId: 'DealWon' } }) }),
    bad: triggerExample({ operation: { 'x-ms-notification': { operationId: 'DealWon' } } }),
    check: (model) =>
      paired(model)
        .filter(({ webhook }) => webhook.urls.length > 0)
        .map(({ webhook: { part } }) => ({
          message: `${part.operationId} is a webhook itself. Remove its x-ms-notification.`,
          pointer: `${part.pointer}/x-ms-notification`,
        })),
  },
  {
    id: 'NotificationOperationMustBeWebhook',
    severity: 'error',
    title: 'x-ms-notification names a webhook',
    why: 'The platform subscribes with the operation that is named; one that takes no address to tell cannot be subscribed with.',
    good: triggerExample({ more: polling({ 'x-ms-notification': { operationId: 'DealWon' } }) }),
    bad: triggerExample({ more: polling({ 'x-ms-notification': { operationId: 'LeaveDeals' } }) }),
    check: (model) =>
      paired(model)
        .filter(({ target }) => target?.urls.length === 0)
        .map(({ webhook: { part }, target }) => ({
          message: `${target?.part.operationId} takes no address to tell, so it is no webhook. Name one that is.`,
          pointer: `${part.pointer}/x-ms-notification`,
        })),
  },
  {
    id: 'ParamtersWithSameNameMustHaveSameTypeAndVisibility',
    severity: 'warning',
    title: 'A polled trigger and its webhook agree on parameters of one name',
    why: 'The maker fills one field for both; it cannot have two types, or be shown and hidden.',
    good: triggerExample({
      more: polling({
        'x-ms-notification': { operationId: 'DealWon' },
        parameters: [{ name: 'region', in: 'query', type: 'string' }],
      }),
    }),
    bad: triggerExample({
      more: polling({
        'x-ms-notification': { operationId: 'DealWon' },
        parameters: [{ name: 'region', in: 'query', type: 'integer' }],
      }),
    }),
    check: (model) => paired(model).flatMap(({ webhook, target }) => disagreements(webhook, target)),
  },
];

export const webhookRules: readonly Rule[] = declared.map((rule) => ({
  group: 'certification',
  source: validator,
  ...rule,
}));

/** A trigger whose path says what is sent: it cannot be meant otherwise. */
function isMeantAsWebhook({ part, hasContent }: Webhook): boolean {
  return part.isTrigger && hasContent && part.method !== 'get' && part.method !== 'delete';
}

function urlProblems(
  model: PackageModel,
  wrong: (url: Webhook['urls'][number]) => string | undefined,
): Iterable<Problem> {
  const problems = model.webhooks.flatMap(({ urls }) =>
    urls.flatMap((url): [string, Problem][] => {
      const what = wrong(url);
      const { pointer, path } = url.input;
      return what ? [[pointer, { message: `${path.join('/')}, the address to tell, ${what}`, pointer }]] : [];
    }),
  );
  return new Map(problems).values();
}

/** A place to which no answer leads, unless a reference leads into paths or parameters. */
const isInBody = /^(?:\/paths\/[^/]*(?:\/[^/]*)?)?\/parameters\//;

function misplacedUrls(model: PackageModel): Problem[] {
  if (!mayMention(model, notificationUrl)) return [];
  const { parameters, actions, webhooks } = model;
  const inBodies = new Set(webhooks.flatMap(({ urls }) => urls.map(({ input }) => input.pointer)));
  const outside = parameters
    .filter(({ value }) => value.in !== 'body' && value[notificationUrl] === true)
    .map(({ value, pointer }) => misplaced(`The parameter ${String(value.name)}`, pointer, 'error'));
  // Outputs take long to read, and nearly all marks stand in bodies only.
  const marked = schemasWith(model, notificationUrl).filter(
    ({ value, pointer }) => value[notificationUrl] === true && !isInBody.test(pointer),
  );
  const leadsOut = ({ kind, target }: Reference) => kind !== 'parameter' && target.startsWith('#/pa');
  const answering = references(model).some(leadsOut) ? actions : usersOf(model, marked);
  const answered = answering.flatMap(({ operation: { outputs, operationId } }) =>
    outputs
      .filter(({ pointer, isNotificationUrl }) => isNotificationUrl && !inBodies.has(pointer))
      .map(({ pointer, path }) => misplaced(`${path.join('/')}, which ${operationId} answers,`, pointer, 'warning')),
  );
  return [...new Map([...outside, ...answered].map((problem) => [problem.pointer, problem])).values()];
}

/** The actions in whose inputs or outputs these schemas stand. */
function usersOf(model: PackageModel, schemas: readonly SchemaPart[]): readonly DiscoveredAction[] {
  if (schemas.length === 0) return [];
  const users = operationUsage(model.operations, schemasWith(model, '$ref'));
  const pointers = new Set(schemas.flatMap(({ pointer }) => users(pointer).map((operation) => operation.pointer)));
  return model.actions.filter(({ operation }) => pointers.has(operation.pointer));
}

function misplaced(what: string, pointer: string, severity: Severity): Problem {
  const message = `${what} is marked as the address to tell, which only a property of a body can be. Move it into the body, or take x-ms-notification-url away.`;
  return { message, pointer, severity };
}

interface Pair {
  readonly webhook: Webhook;
  readonly target: Webhook | undefined;
}

/** Operations with an x-ms-notification, each with what it names. */
function paired(model: PackageModel): Pair[] {
  if (!model.operations.some(({ value }) => isObject(value['x-ms-notification']))) return [];
  const all = model.webhooks;
  const byId = new Map(all.map((each) => [each.part.operationId, each]));
  return all.flatMap((webhook) => {
    const named = webhook.part.value['x-ms-notification'];
    if (!isObject(named)) return [];
    return [{ webhook, target: typeof named.operationId === 'string' ? byId.get(named.operationId) : undefined }];
  });
}

function disagreements({ operation }: Webhook, target: Webhook | undefined): Problem[] {
  const others = new Map(target?.operation.inputs.map((input) => [input.name, input]));
  return operation.inputs.flatMap((input): Problem[] => {
    const other = others.get(input.name);
    if (!other || (other.type === input.type && other.isInternal === input.isInternal)) return [];
    const what =
      other.type === input.type
        ? 'is shown in one and hidden in the other'
        : `is ${input.type} in one and ${other.type} in the other`;
    const message = `${input.name} of ${operation.operationId} and of ${target?.operation.operationId} ${what}. Make both alike.`;
    return [{ message, pointer: input.pointer }];
  });
}
