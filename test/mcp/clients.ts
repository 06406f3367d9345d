/** MCP clients that nobody here wrote, with one face: the official one in both eras of the protocol, and that of the AI SDK. */
import { createMCPClient } from '@ai-sdk/mcp';
import { Client, type ClientOptions, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Json } from '../running-host.ts';

export interface McpClient {
  listTools(): Promise<Json>;
  callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<Json>;
  close(): Promise<void>;
}

type Connect = (address: string, headers?: Record<string, string>) => Promise<McpClient>;

function official(options: ClientOptions): Connect {
  return async (address, headers = {}) => {
    const client = new Client({ name: 'test', version: '1' }, options);
    await client.connect(new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers } }));
    return client;
  };
}

/** By the revision of the protocol that they ask for. */
export const clients = {
  'the official client, 2025-11-25': official({}),
  'the official client, 2026-07-28': official({ versionNegotiation: { mode: { pin: '2026-07-28' } } }),
  'the client of the AI SDK': (url, headers = {}) => createMCPClient({ transport: { type: 'http', url, headers } }),
} as const satisfies Record<string, Connect>;

export const connect = clients['the official client, 2026-07-28'];

/** The documented error in a tool's answer. */
export function errorIn({ isError, content, structuredContent }: Json): Json {
  return isError && structuredContent === undefined ? JSON.parse(content[0].text) : undefined;
}
