/** Any server that speaks OpenAI's chat completions, by plain fetch. */
import { CodedError } from '../../core/coded-error.ts';

/** A model and where it is served. */
export interface Model {
  /** Such as https://api.openai.com/v1, with or without a closing slash. */
  readonly baseUrl: string;
  readonly name: string;
  readonly apiKey: string;
}

/** What the use of a model has to say: a Finding of the report room, by its shape. */
export interface ModelFinding {
  readonly rule: 'model-not-configured' | 'model-failed';
  readonly severity: 'warning';
  readonly message: string;
}

/** What the model is told, or asked. */
export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** A function that the model may ask to be called. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the model wrote, and the first function that it wants called. */
export interface ModelAnswer {
  readonly content: string;
  readonly toolCall?: { readonly name: string; readonly inputs: Readonly<Record<string, unknown>> };
}

/** What a question to a model may come with. */
export interface AskOptions {
  readonly tools?: readonly ModelTool[];
  readonly signal?: AbortSignal;
  /** Milliseconds, 30,000 unless told otherwise. */
  readonly timeout?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const variables = ['OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_API_KEY'] as const;
const longestAnswer = 1_000_000;

/** The model of the environment, if all of OPENAI_BASE_URL, OPENAI_MODEL and OPENAI_API_KEY are set. */
export function modelOf(environment: Environment): { readonly model?: Model; readonly findings: ModelFinding[] } {
  const [baseUrl, name, apiKey] = variables.map((variable) => environment[variable]?.trim());
  if (!baseUrl && !name) return { findings: [] };
  const missing = variables.filter((variable) => !environment[variable]?.trim());
  if (!baseUrl || !name || !apiKey) {
    return {
      findings: [notConfigured(`${missing.join(' and ')} not set (a key may be any word where none is needed)`)],
    };
  }
  if (!/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? '')) {
    return { findings: [notConfigured('OPENAI_BASE_URL is no address such as http://127.0.0.1:11434/v1')] };
  }
  return { model: { baseUrl, name, apiKey }, findings: [] };
}

/** Asks a model. Throws a CodedError MODEL_FAILED that says what happened, without key and without what was asked. */
export async function askModel(
  model: Model,
  messages: readonly ChatMessage[],
  { tools = [], signal, timeout = 30_000 }: AskOptions = {},
): Promise<ModelAnswer> {
  const url = `${model.baseUrl.replace(/\/+$/, '')}/chat/completions`;
  const limit = AbortSignal.timeout(timeout);
  const functions = tools.map((tool) => ({ type: 'function', function: tool }));
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${model.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: model.name, messages, ...(functions.length > 0 && { tools: functions }) }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      redirect: 'error',
    });
    const text = await textUpTo(longestAnswer, response);
    if (!response.ok) throw new Error(`it answered ${response.status}${reasonIn(text)}`);
    return answerIn(text);
  } catch (cause) {
    throw new CodedError('MODEL_FAILED', `${model.name} at ${url}: ${reasonOf(cause as Error, limit, timeout)}`, {
      cause,
    });
  }
}

/** A failed model as a finding. */
export function modelFailed(error: unknown): ModelFinding {
  const message = `The model failed, so a template was used. ${(error as Error).message}.`;
  return { rule: 'model-failed', severity: 'warning', message };
}

function notConfigured(reason: string): ModelFinding {
  return { rule: 'model-not-configured', severity: 'warning', message: `Texts come from templates: ${reason}.` };
}

async function textUpTo(limit: number, response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > limit) throw new Error(`its answer has more than ${limit} characters`);
  }
  return text;
}

interface Completion {
  readonly choices?: readonly {
    readonly message?: {
      readonly content?: unknown;
      readonly tool_calls?: readonly {
        readonly function?: { readonly name?: unknown; readonly arguments?: unknown };
      }[];
    };
  }[];
}

function answerIn(text: string): ModelAnswer {
  const message = (parsed(text, 'its answer is no JSON') as Completion | null)?.choices?.[0]?.message;
  if (!message) throw new Error('its answer has no choices[0].message');
  const called = message.tool_calls?.[0]?.function;
  const content = typeof message.content === 'string' ? message.content.trim() : '';
  if (typeof called?.name !== 'string') return { content };
  const inputs =
    typeof called.arguments === 'string'
      ? parsed(called.arguments || '{}', 'its tool call has no JSON arguments')
      : called.arguments;
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) {
    throw new Error('the arguments of its tool call are no object');
  }
  return { content, toolCall: { name: called.name, inputs: inputs as Record<string, unknown> } };
}

function parsed(text: string, complaint: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(complaint);
  }
}

/** The message of OpenAI's error body, where there is one. */
function reasonIn(text: string): string {
  try {
    const { message } = (JSON.parse(text) as { error: { message: unknown } }).error;
    return typeof message === 'string' ? ` (${message.slice(0, 200)})` : '';
  } catch {
    return '';
  }
}

function reasonOf(error: Error, limit: AbortSignal, timeout: number): string {
  if (limit.aborted) return `no answer within ${timeout} ms`;
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`;
}
