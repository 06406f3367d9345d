import {
  type CallToolResult,
  type ListToolsResult,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/server';
import type { CallTool, Tool, ToolAnswer } from '../contract/contract.ts';

/** What a client is told of who serves the tools. */
export interface ServedTools {
  /** The connector's. */
  readonly title: string;
  readonly version: string;
  /** What the tools are about, for the model. */
  readonly description: string;
  readonly tools: readonly Tool[];
}

/** Every revision that is spoken; the library's own list leaves out those without a handshake. */
const revisions = ['2026-07-28', ...SUPPORTED_PROTOCOL_VERSIONS];

/** A server of tools, for one connection or one request. A tool that fails answers with isError and the documented error. */
export function toolServer({ title, version, description, tools }: ServedTools, call: CallTool): Server {
  const server = new Server(
    { name: title, title, version },
    { capabilities: { tools: {} }, instructions: description, supportedProtocolVersions: revisions },
  );
  server.setRequestHandler('tools/list', () => ({ tools }) as unknown as ListToolsResult);
  server.setRequestHandler('tools/call', async ({ params }) => {
    const tool = tools.find((each) => each.name === params.name);
    if (tool) return resultOf(await call(tool, params.arguments ?? {}));
    const names = tools.map((each) => each.name).join(', ');
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool "${params.name}". There are: ${names}.`);
  });
  return server;
}

/** As structured content, and as text for clients that know no other; an error as text only, since it fits no output schema. */
function resultOf(answer: ToolAnswer): CallToolResult {
  if ('error' in answer) return { isError: true, content: [{ type: 'text', text: JSON.stringify(answer.error) }] };
  const { structured } = answer;
  return { structuredContent: structured, content: [{ type: 'text', text: JSON.stringify(structured) }] };
}
