import type { CallTool } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import { discover, type PackageTool, toolsOf } from '../../discovery/discovery.ts';
import { callTool, type ToolCall } from '../../host/host.ts';
import type { ServedTools } from '../../mcp/mcp.ts';
import { type ConnectorPackage, readPackage } from '../../package/connector-package.ts';
import { printableLine } from '../../report/printable.ts';
import type { Caller } from './tools-over-http.ts';

/** The tools of a package, and how they are called as somebody. */
export interface PackageTools {
  readonly served: ServedTools;
  /** What the caller says of themselves goes before what is usual. */
  callAs(caller: Caller): CallTool;
}

/** Where and as whom tools are called, unless a caller says otherwise. */
export type UsualCall = Omit<ToolCall, 'connector'>;

/**
 * Reads a package and makes tools of what would be invoked. `say` is told what came of each call. Throws a CodedError
 * NO_TOOLS where nothing would be invoked.
 */
export async function packageTools(
  place: string,
  usual: UsualCall,
  say: (line: string) => void = () => {},
): Promise<PackageTools> {
  const { connector, actions } = discover(await readPackage(place));
  const tools = toolsOf({ actions });
  if (tools.length === 0) {
    throw new CodedError(
      'NO_TOOLS',
      `Nothing of ${connector.title} would be invoked, so there is no tool: lint tells why.`,
    );
  }
  return {
    served: { ...aboutOf(connector), tools: tools.map(({ tool }) => tool) },
    callAs: ({ headers, language = usual.language }) =>
      toolCaller(tools, { ...usual, connector, language, headers: { ...usual.headers, ...headers } }, say),
  };
}

/** Title, version and description of the definition. */
function aboutOf({ title, definition }: ConnectorPackage): Omit<ServedTools, 'tools'> {
  const { info } = (definition.value ?? {}) as { info?: { version?: unknown; description?: unknown } };
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { title, version: text(info?.version) || '1.0', description: text(info?.description) };
}

function toolCaller(tools: readonly PackageTool[], call: ToolCall, say: (line: string) => void): CallTool {
  const byTool = new Map(tools.map((each) => [each.tool, each]));
  return async (tool, inputs) => {
    const { answer, trace } = await callTool(byTool.get(tool) as PackageTool, inputs, call);
    const reason = 'error' in answer ? answer.error.errorMessage : trace?.explanation;
    say(printableLine(`${tool.name}: ${trace?.outcome ?? 'not called'}${reason ? `. ${reason}` : ''}`));
    return answer;
  };
}
