/** A connector made of handlers: the definition of exactly its actions, and the routes that answer them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
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
import { actionAnswerer, type Handle, type HandledAction } from './answer-action.ts';
import { checkOptions } from './check-options.ts';
import { ConnectorError } from './connector-error.ts';
import type { ChatCard, ChatSkillHandler, Connector, ConnectorOptions, Handlers } from './connector-options.ts';
import type { Context } from './context.ts';
import { flatBodyReader } from './flat-body.ts';
import { callOf, frame } from './frame.ts';
import { inputReader, type RawInput } from './input.ts';
import { languageNegotiator } from './language.ts';
import { addMcpRoute } from './mcp-route.ts';

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
        for (const each of handled) addRoute(framed, each, options.flatBodies);
        if (options.mcp) await addMcpRoute(framed, options, handled);
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

function addRoute(scope: FastifyInstance, handled: HandledAction, flatBodies = false): void {
  const { action } = handled;
  const { method, path, operationId } = action;
  const answer = actionAnswerer(handled, flatBodies ? flatBodyReader(action) : inputReader(action));
  const rawInput = method === 'GET' ? queryOf : bodyOf;
  scope.route({
    method,
    url: path,
    config: { operationId, point: action.id },
    handler: async (request, reply) => {
      reply.type('application/json; charset=utf-8');
      return answer(rawInput(request), callOf(request));
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
