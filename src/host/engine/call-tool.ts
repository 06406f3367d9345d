/** A tool called as the host calls an action: the same request within the same five seconds, its answer for a model. */
import { randomUUID } from 'node:crypto';
import {
  type ErrorBody,
  type ErrorCode,
  errors,
  headers as headerNames,
  type ToolAnswer,
} from '../../contract/contract.ts';
import type { CodedError } from '../../core/coded-error.ts';
import type { PackageTool } from '../../discovery/discovery.ts';
import { type Invocation, invoke } from './invoke.ts';
import { ownInputs } from './own-inputs.ts';
import type { Outcome, Trace } from './trace.ts';

/** Where and as whom a tool is called. */
export type ToolCall = Pick<
  Invocation,
  'connector' | 'language' | 'baseUrl' | 'headers' | 'token' | 'timeoutMs' | 'isMock'
>;

/**
 * Calls a tool with inputs as a model gave them. Never throws: what is wrong with them, with the way to the connector or
 * with its answer is an error in the documented form. The trace is there where a call was made.
 */
export async function callTool(
  { tool, action }: PackageTool,
  inputs: Readonly<Record<string, unknown>>,
  call: ToolCall,
): Promise<{ readonly answer: ToolAnswer; readonly trace?: Trace }> {
  const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== null));
  let values: Readonly<Record<string, unknown>>;
  try {
    values = ownInputs(action, given, tool.name);
  } catch (error) {
    return refused('INVALID_PARAMETER', (error as CodedError).message);
  }
  const required = tool.inputSchema.required as readonly string[];
  const [missing] = required.filter((name) => values[name] === undefined);
  if (missing !== undefined) {
    return refused('MISSING_PARAMETER', `Argument "${missing}" is required.`, { parameter: missing });
  }
  // The client has asked its user, by the hints of the tool.
  const trace = await invoke({ ...call, wanted: tool.name, action, values, isConfirmed: true });
  return { answer: toolAnswerOf({ tool, action }, trace), trace };
}

/** Nothing was sent, so the id is of nothing but this answer. */
function refused(
  errorCode: ErrorCode,
  errorMessage: string,
  details?: ErrorBody['details'],
): { readonly answer: ToolAnswer } {
  return { answer: { error: { errorCode, errorMessage, activityId: randomUUID(), ...(details && { details }) } } };
}

function toolAnswerOf({ tool, action }: PackageTool, trace: Trace): ToolAnswer {
  const { outcome, items, hasMoreResults, response } = trace;
  if (outcome !== 'shown' && outcome !== 'nothing-to-show') return { error: errorOf(trace) };
  if (action.point) {
    const more = hasMoreResults === null ? {} : { hasMoreResults };
    return { structured: { [action.point.envelope[0]?.name ?? 'value']: items, ...more } };
  }
  // Of an example there is no response: its cards are all there is.
  if (tool.outputSchema || !response) return { structured: { adaptiveCards: items.map(writtenCard) } };
  const { body } = response;
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return { structured: isObject ? (body as Record<string, unknown>) : { value: body } };
}

/** A card as the contract has it: serialized, with a title to list it by. */
function writtenCard({ adaptiveCard, previewCardData }: Trace['items'][number]): Record<string, unknown> {
  const preview = Object.entries(previewCardData ?? {}).filter(([, value]) => typeof value === 'string');
  return { adaptiveCard: JSON.stringify(adaptiveCard), previewCardData: { title: '', ...Object.fromEntries(preview) } };
}

const codes: Partial<Record<Outcome, ErrorCode>> = {
  'missing-input': 'MISSING_PARAMETER',
  'too-large-for-gateway': 'BODY_TOO_LARGE',
  timeout: 'DEADLINE_EXCEEDED',
  unreachable: 'SERVICE_UNAVAILABLE',
  reset: 'SERVICE_UNAVAILABLE',
};

/** The connector's own error where it has the documented form, else what the host knows of it. */
function errorOf({ outcome, explanation, request, response }: Trace): ErrorBody {
  const own = (response?.body ?? {}) as Partial<ErrorBody>;
  if (outcome === 'error-answer' && typeof own.errorCode === 'string') return own as ErrorBody;
  const known = errors.find(({ status }) => status === response?.status)?.errorCode;
  const activityId = request?.headers[headerNames.clientRequestId];
  return {
    errorCode: codes[outcome] ?? known ?? 'INTERNAL_SERVER_ERROR',
    errorMessage:
      outcome === 'unreachable'
        ? `The connector cannot be reached${placeOf(request)}. Is it running there?`
        : explanation,
    ...(activityId !== undefined && { activityId }),
  };
}

/** Without the advice for a command line, which is of no use to a model. */
function placeOf(request: Trace['request']): string {
  const address = URL.parse(request?.url ?? '');
  return address ? ` at ${address.origin}` : '';
}
