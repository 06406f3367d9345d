/** MCP over standard input and output, on which nothing else may be written. */
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { CallTool } from '../contract/contract.ts';
import { type ServedTools, toolServer } from './tool-server.ts';

/** Serves until the client closes our standard input, or `until` aborts. */
export async function serveOverStdio(served: ServedTools, call: CallTool, until: AbortSignal): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('close', resolve).once('end', resolve);
    until.addEventListener('abort', () => resolve());
  });
  const serving = serveStdio(() => toolServer(served, call));
  await closed;
  await serving.close();
}
