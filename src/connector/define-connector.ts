/** A connector made of handlers: the definition of exactly its actions, and the routes that answer them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type Action,
  actionOf,
  actionOfSkill,
  type ChatSkill,
  camelCase,
  extensionPoints,
  type Field,
  openApiDefinition,
  type ShapeOf,
} from '../contract/contract.ts';
import { processTelemetry } from '../telemetry/telemetry.ts';
import { checkOptions } from './check-options.ts';
import { ConnectorError } from './connector-error.ts';
import type { ChatCard, ChatSkillHandler, Connector, ConnectorOptions, Handlers } from './connector-options.ts';
import type { Call, Context } from './context.ts';
import { flatBodyReader } from './flat-body.ts';
import { callOf, frame, inTime } from './frame.ts';
import { inputReader, type RawInput } from './input.ts';
import { languageNegotiator } from './language.ts';
import { type Answer, answerWriter, cut } from './output.ts';

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

type Handle = (input: never, context: Context) => Answer<unknown> | Promise<Answer<unknown>>;

interface HandledAction {
  readonly action: Action;
  readonly handle: Handle;
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
      const telemetry = await processTelemetry(options.title);
      await scope.register(async (framed) => {
        frame(framed, { authentication: options.auth, negotiate, throttle, budget: options.budget, telemetry });
        for (const { action, handle } of handled) addRoute(framed, action, handle, options.flatBodies);
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

function addRoute(scope: FastifyInstance, action: Action, handle: Handle, flatBodies = false): void {
  const read = flatBodies ? flatBodyReader(action) : inputReader(action);
  const write = answerWriter(action);
  const rawInput = action.method === 'GET' ? queryOf : bodyOf;
  scope.route({
    method: action.method,
    url: action.path,
    config: { operationId: action.operationId, point: action.id },
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
