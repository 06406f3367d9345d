/** MCP over standard input and output, on which nothing else may be written. */
import { pipeline } from 'node:stream/promises';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { CallTool } from '../contract/contract.ts';
import { messageLines } from './message-lines.ts';
import { type ServedTools, toolServer } from './tool-server.ts';

/**
 * Serves until the client closes our standard input, or `until` aborts. `say` is told of lines that are no messages; the
 * client is answered.
 */
export async function serveOverStdio(
  served: ServedTools,
  call: CallTool,
  until: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const lines = messageLines((refusal) => {
    process.stdout.write(`${JSON.stringify(refusal)}\n`);
    say(`Not taken: ${refusal.error.message}`);
  });
  const serving = serveStdio(() => toolServer(served, call), { transport: new StdioServerTransport(lines) });
  try {
    await pipeline(process.stdin, lines, { signal: until });
  } catch (error) {
    if (!until.aborted) say((error as Error).message);
  } finally {
    await serving.close();
  }
}
