/** A connector made of handlers: the definition of exactly its actions, and the routes that answer them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type Action,
  actionOf,
  actionOfSkill,
  type ChatSkill,
  camelCase,
  type DefinitionOptions,
  extensionPoints,
  type Field,
  type InputOf,
  type ItemOf,
  openApiDefinition,
  type ShapeOf,
} from '../contract/contract.ts';
import type { Authentication } from './authentication.ts';
import { checkOptions } from './check-options.ts';
import { ConnectorError } from './connector-error.ts';
import type { Call, Context } from './context.ts';
import { callOf, frame, inTime } from './frame.ts';
import { type CommonInput, inputReader, type RawInput } from './input.ts';
import { languageNegotiator } from './language.ts';
import { type Answer, answerWriter, cut } from './output.ts';
import type { Throttle } from './throttle.ts';

type Points = Omit<typeof extensionPoints, 'salesChat'>;

/** The inputs of a point as a handler gets them; the CRM of crmType and crmOrgUrl as `crm`. */
export type HandlerInput<P extends Points[keyof Points]> = Omit<InputOf<P>, 'crmType' | 'crmOrgUrl' | 'top' | 'skip'> &
  CommonInput;

/** Answers one extension point: all items, or a page of them. Failures are thrown as ConnectorError. */
export type Handler<P extends Points[keyof Points]> = (
  input: HandlerInput<P>,
  context: Context,
) => Answer<ItemOf<P>> | Promise<Answer<ItemOf<P>>>;

/** One handler for each extension point that a connector extends. */
export type Handlers = { readonly [Name in keyof Points]?: Handler<Points[Name]> };

/** A card that a chat skill answers. */
export interface ChatCard {
  /** An Adaptive Card of version 1.5, as an object. */
  readonly adaptiveCard: Readonly<Record<string, unknown>>;
  readonly previewCardData: { readonly title: string; readonly subTitle?: string; readonly url?: string };
}

/** A chat skill with its handler; make it with `chatSkill`, which types the input. */
export interface ChatSkillHandler extends ChatSkill {
  answer(input: unknown, context: Context): readonly ChatCard[] | Promise<readonly ChatCard[]>;
}

/** Declares a chat skill: its handler's input is typed by its inputs. */
export function chatSkill<const Inputs extends readonly Field[]>(
  skill: Omit<ChatSkill, 'inputs'> & {
    readonly inputs: Inputs;
    answer(
      input: ShapeOf<Inputs, Record<never, never>, Date>,
      context: Context,
    ): readonly ChatCard[] | Promise<readonly ChatCard[]>;
  },
): ChatSkillHandler {
  return skill as unknown as ChatSkillHandler;
}

type Publication = Pick<
  DefinitionOptions,
  'title' | 'description' | 'version' | 'contact' | 'website' | 'privacyPolicy' | 'categories'
>;

export interface ConnectorOptions extends Handlers, Publication {
  readonly publisher: string;
  /** A PNG of 230 by 230 pixels whose background is the brand colour (#rrggbb). */
  readonly icon: { readonly png: Uint8Array; readonly brandColor: string };
  readonly auth: Authentication;
  /** BCP 47 tags of the languages that handlers answer in, the fallback first. */
  readonly languages: readonly [string, ...string[]];
  readonly chatSkills?: readonly ChatSkillHandler[];
  /** Paths in place of the documentation's, by name of the point or id of the chat skill (G1). */
  readonly paths?: Readonly<Record<string, string>>;
  /** Milliseconds for a call; 4,500 by default. */
  readonly budget?: number;
  /** Throws while the connector cannot answer (its store is away). */
  ready?(): Promise<void>;
}

type Handle = (input: never, context: Context) => Answer<unknown> | Promise<Answer<unknown>>;

interface HandledAction {
  readonly action: Action;
  readonly handle: Handle;
}

/** A connector: the definition of exactly its actions, and the Fastify plugin that answers them. */
export interface Connector {
  readonly options: ConnectorOptions;
  readonly actions: readonly Action[];
  readonly negotiate: (header: string | undefined) => string;
  /** The OpenAPI 2.0 definition, for the address at which it is reached. */
  definition(address: { host: string; scheme: 'https' | 'http' }): Record<string, unknown>;
  /** Routes of all actions and of the connection test, for a scope of a Fastify 5 instance. */
  plugin(scope: FastifyInstance, options?: { throttle?: Throttle | undefined }): Promise<void>;
}

const testConnectionPath = '/diagnostics/testconnection';

/** A connector made of handlers. */
export function connector(options: ConnectorOptions): Connector {
  const handled = handledActions(options);
  const actions = handled.map(({ action }) => action);
  checkOptions(options, actions, knownPathNames(options));
  const negotiate = languageNegotiator(options.languages);
  return {
    options,
    actions,
    negotiate,
    definition: ({ host, scheme }) =>
      openApiDefinition({ ...options, actions, host, scheme, testConnectionPath, security: options.auth.security }),
    async plugin(scope, { throttle } = {}) {
      await scope.register(async (framed) => {
        frame(framed, { authentication: options.auth, negotiate, throttle, budget: options.budget });
        for (const { action, handle } of handled) addRoute(framed, action, handle);
        framed.get(testConnectionPath, async () => ({ message: `The connection to ${options.title} works.` }));
      });
    },
  };
}

/** The names by which paths may be given. */
function knownPathNames({ chatSkills = [] }: ConnectorOptions): string[] {
  return [...Object.keys(extensionPoints), ...chatSkills.flatMap(({ id }) => [id, camelCase(id)])];
}

function handledActions(options: ConnectorOptions): HandledAction[] {
  const { paths = {}, chatSkills = [] } = options;
  const { salesChat: _chat, ...points } = extensionPoints;
  const handled: HandledAction[] = [];
  for (const [name, point] of Object.entries(points)) {
    const handle = options[name as keyof Handlers] as Handle | undefined;
    if (handle) handled.push({ action: actionOf(point, paths[name]), handle });
  }
  for (const skill of chatSkills) {
    const path = paths[skill.id] ?? paths[camelCase(skill.id)];
    handled.push({ action: actionOfSkill(skill, path), handle: (input, context) => skill.answer(input, context) });
  }
  return handled;
}

function addRoute(scope: FastifyInstance, action: Action, handle: Handle): void {
  const read = inputReader(action);
  const write = answerWriter(action);
  const rawInput = action.method === 'GET' ? queryOf : bodyOf;
  scope.route({
    method: action.method,
    url: action.path,
    config: { operationId: action.operationId },
    handler: async (request, reply) => {
      const call: Call = callOf(request);
      const input = read(rawInput(request));
      const answer = await inTime(call, handle(input as never, call));
      reply.type('application/json; charset=utf-8');
      return write(cut(answer, input.top, input.skip), (words) => call.log.warn(words));
    },
  });
}

function queryOf(request: FastifyRequest): RawInput {
  return request.query as RawInput;
}

function bodyOf(request: FastifyRequest): RawInput {
  const { body } = request;
  if (body === undefined || body === null)
    throw new ConnectorError('EMPTY_BODY', 'A JSON object is needed as the body.');
  if (typeof body === 'object' && !Array.isArray(body)) return body as RawInput;
  throw new ConnectorError('INVALID_PARAMETER', 'The body must be a JSON object.', { details: { parameter: 'body' } });
}
