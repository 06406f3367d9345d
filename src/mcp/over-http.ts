/** MCP over streamable HTTP, without sessions: each request is answered by itself. */
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  originValidationResponse,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CallTool, limits } from '../contract/contract.ts';
import { listRefusal, refusal } from './message-lines.ts';
import { type ServedTools, toolServer } from './tool-server.ts';

/** How a request is let in, and read. */
export interface OverHttp {
  /** Only this machine may ask, by a name of its own: what protects a server that asks for no token (DNS rebinding). */
  readonly isLocal: boolean;
  /** The body is parsed already; else it is text. */
  readonly isParsed: boolean;
  /** Told what could not be taken; the caller is answered all the same. */
  readonly onError?: (error: Error) => void;
}

/**
 * Answers a request to the MCP endpoint. A page of another site is refused with 403: its Origin is not the address that
 * it asks (revision 2026-07-28, transports).
 */
export async function answerOverHttp(
  request: FastifyRequest,
  reply: FastifyReply,
  served: ServedTools,
  call: CallTool,
  { isLocal, isParsed, onError }: OverHttp,
): Promise<Response> {
  const asked = webRequest(request, reply, isParsed ? undefined : (request.body as string | undefined));
  const refused = refusalOf(asked, isLocal);
  if (refused) return refused;
  if (isList(request.body)) {
    return Response.json(refusal(null, ProtocolErrorCode.InvalidRequest, listRefusal), { status: 400 });
  }
  const handler = createMcpHandler(() => toolServer(served, call), {
    // Nothing changes that could be listened for.
    maxSubscriptions: 0,
    maxRequestBodySize: limits.bodyBytes,
    ...(onError && { onerror: onError }),
  });
  return handler.fetch(asked, isParsed ? { parsedBody: request.body } : {});
}

/** A list would count as one request for what counts requests. */
function isList(body: unknown): boolean {
  return Array.isArray(body) || (typeof body === 'string' && body.trimStart().startsWith('['));
}

function refusalOf(asked: Request, isLocal: boolean): Response | undefined {
  const own = new URL(asked.url).hostname;
  const hosts = isLocal ? localhostAllowedHostnames() : [own];
  return (isLocal ? hostHeaderValidationResponse(asked, hosts) : undefined) ?? originValidationResponse(asked, hosts);
}

/** The request as the web has it; it is aborted where the caller hangs up before the answer. */
function webRequest({ method, headers, host, url }: FastifyRequest, reply: FastifyReply, body?: string): Request {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  const address = URL.parse(`http://${host}${url}`) ?? new URL(`http://localhost${url}`);
  return new Request(address, { method, headers: pairs, signal: gone.signal, ...(body !== undefined && { body }) });
}
