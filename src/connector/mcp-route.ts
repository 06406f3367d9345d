/** The actions of a connector as tools of the Model Context Protocol, for callers that are no Copilot for Sales. */
import type { FastifyInstance } from 'fastify';
import { type Action, type CallTool, toolOfAction } from '../contract/contract.ts';
import { actionAnswerer, type HandledAction } from './answer-action.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorOptions } from './connector-options.ts';
import { errorBodyOf, toldError } from './error-answers.ts';
import { callOf } from './frame.ts';
import { asArguments, inputReader, type RawInput } from './input.ts';

export const mcpPath = '/mcp';

/**
 * Adds POST /mcp (streamable HTTP, stateless) to a framed scope: authentication, throttle, language and deadline are
 * those of every route. The protocol's library is loaded here and nowhere else.
 */
export async function addMcpRoute(
  scope: FastifyInstance,
  { title, version, description, auth }: ConnectorOptions,
  handled: readonly HandledAction[],
): Promise<void> {
  const { answerOverHttp } = await import('../mcp/mcp.ts');
  const byTool = new Map(handled.map((each) => [toolOfAction(each.action), toolCaller(each)]));
  const served = { title, version, description, tools: [...byTool.keys()] };
  scope.post(mcpPath, { config: { operationId: 'mcp' } }, async (request, reply) => {
    const call = callOf(request);
    const callTool: CallTool = async (tool, inputs) => {
      try {
        return { structured: JSON.parse((await byTool.get(tool)?.(inputs, call)) ?? '{}') };
      } catch (error) {
        return { error: errorBodyOf(toldError(error, call.log, tool.name), call.clientRequestId) };
      }
    };
    return answerOverHttp(request, reply, served, callTool, {
      isLocal: auth.open,
      isParsed: true,
      onError: (error) => call.log.debug({ err: error }, 'A message of MCP was not taken.'),
    });
  });
}

function toolCaller(handled: HandledAction): ReturnType<typeof actionAnswerer> {
  const answer = actionAnswerer(handled, inputReader(handled.action, asArguments));
  return async (raw, call) => {
    refuseUnknown(handled.action, raw);
    return answer(raw, call);
  };
}

/** A model that misspells an input is told: it would think that the input counted. */
function refuseUnknown({ inputs, summary }: Action, raw: RawInput): void {
  const names = inputs.map(({ name }) => name);
  const unknown = Object.keys(raw).find((name) => !names.some((each) => each.toLowerCase() === name.toLowerCase()));
  if (unknown === undefined) return;
  const message = `${summary} has no argument "${unknown}". There are: ${names.join(', ')}.`;
  throw new ConnectorError('INVALID_PARAMETER', message, { details: { parameter: unknown } });
}
