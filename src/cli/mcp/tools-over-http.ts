import Fastify, { type FastifyRequest } from 'fastify';
import { type CallTool, limits } from '../../contract/contract.ts';
import { listenHost, type ToolCall } from '../../host/host.ts';
import { answerOverHttp, type ServedTools } from '../../mcp/mcp.ts';

/** What a request says of its user. */
export type Caller = Partial<Pick<ToolCall, 'headers' | 'language'>>;

/** The MCP endpoint, listening on this machine. */
export interface RunningTools {
  /** Of the endpoint itself. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves tools over streamable HTTP at /mcp, each request as its own user. A port that cannot be had is a CodedError USAGE. */
export async function serveToolsOverHttp(
  served: ServedTools,
  callAs: (caller: Caller) => CallTool,
  port: number,
): Promise<RunningTools> {
  const app = Fastify({ bodyLimit: limits.bodyBytes, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  // Read by the protocol's library, which answers what is no JSON in its own form.
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.all('/mcp', (request, reply) =>
    answerOverHttp(request, reply, served, callAs(callerOf(request)), { isLocal: true, isParsed: false }),
  );
  return { address: `${await listenHost(app, port, '--http')}/mcp`, close: () => app.close() };
}

/** Authorization goes on as it came, whatever its scheme. The * of many HTTP clients names no language. */
function callerOf({ headers }: FastifyRequest): Caller {
  const { authorization, 'accept-language': language } = headers;
  return {
    ...(authorization !== undefined && { headers: { authorization } }),
    ...(language && language !== '*' && { language }),
  };
}
