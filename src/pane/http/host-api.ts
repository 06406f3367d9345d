/** The host's API as the pane asks it: the one file that knows of HTTP. */
import type {
  ConnectorView,
  Failure,
  FaultView,
  LintView,
  MailView,
  MendedFile,
  ProfileView,
  RecordView,
  SituationBody,
  SurfaceAnswer,
  SurfaceViews,
  Trace,
  WorldView,
} from '../../host/api/api-types.ts';

const noAnswer = 'The host does not answer. Is it still running?';

/** What the host says went wrong, in words for people. */
export class HostError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'HostError';
    this.status = status;
  }
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  accept = 'application/json',
): Promise<Response> {
  const answer = await fetch(path, {
    method,
    headers: { accept, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new HostError(0, noAnswer);
  });
  if (answer.ok) return answer;
  const { message } = (await answer.json().catch(() => ({}))) as { message?: string };
  throw new HostError(answer.status, message ?? `The host answered ${answer.status}.`);
}

async function json<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  const answer = await ask(method, path, body, signal);
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
}

/** The answer as it comes, a line of JSON at a time; a last line of an error is thrown. */
async function* lines<Answer>(path: string, body: unknown, signal?: AbortSignal): AsyncGenerator<Answer> {
  const { body: stream } = await ask('POST', path, body, signal, 'application/x-ndjson');
  let rest = '';
  try {
    for await (const text of stream?.pipeThrough(new TextDecoderStream()) ?? []) {
      const whole = (rest + text).split('\n');
      rest = whole.pop() ?? '';
      for (const line of whole) yield answerOf<Answer>(line);
    }
  } catch (error) {
    if (signal?.aborted || error instanceof HostError) throw error;
    throw new HostError(0, noAnswer);
  }
}

function answerOf<Answer>(line: string): Answer {
  const value = JSON.parse(line) as Answer & { readonly error?: { readonly message: string } };
  if (value.error) throw new HostError(500, value.error.message);
  return value;
}

const at = (key: string) => `/api/connectors/${encodeURIComponent(key)}`;

/** What a connector is added by: where it lies, or the texts of its files. */
export type NewConnector =
  | { readonly location: string; readonly url?: string; readonly isMock?: boolean }
  | {
      readonly definition: string;
      readonly name?: string;
      readonly properties?: string;
      readonly actions?: string;
      readonly url?: string;
      readonly isMock?: boolean;
    };

export const hostApi = {
  connectors: (signal?: AbortSignal) => json<ConnectorView[]>('GET', '/api/connectors', undefined, signal),
  addConnector: (connector: NewConnector) => json<ConnectorView>('POST', '/api/connectors', connector),
  changeConnector: (
    key: string,
    changes: {
      readonly url?: string | null;
      readonly headers?: Readonly<Record<string, string>>;
      readonly isMock?: boolean;
    },
  ) => json<ConnectorView>('PUT', at(key), changes),
  removeConnector: (key: string) => json<void>('DELETE', at(key)),
  reloadConnector: (key: string) => json<ConnectorView>('POST', `${at(key)}/reload`, {}),
  lint: (key: string, signal?: AbortSignal) => json<LintView>('GET', `${at(key)}/lint`, undefined, signal),
  mend: (key: string) => json<{ readonly files: readonly MendedFile[] }>('POST', `${at(key)}/mend`, {}),
  failures: (signal?: AbortSignal) => json<Failure[]>('GET', '/api/failures', undefined, signal),
  enableAction: (key: string, operationId: string, enabled: boolean) =>
    json<ConnectorView>('PUT', `${at(key)}/actions/${encodeURIComponent(operationId)}`, { enabled }),
  setFaults: (key: string, faults: Readonly<Record<string, unknown>>) =>
    json<ConnectorView>('PUT', `${at(key)}/faults`, faults),
  signIn: (key: string, seller: string) => json<{ url: string }>('POST', `${at(key)}/connection`, { seller }),
  pasteToken: (key: string, seller: string, token: string) =>
    json<unknown>('PUT', `${at(key)}/connection`, { seller, token }),
  signOut: (key: string, seller: string) => json<void>('DELETE', `${at(key)}/connection`, { seller }),
  surface: <Surface extends keyof SurfaceViews>(
    surface: Surface,
    situation: SituationBody & { readonly confirmed?: boolean },
    signal?: AbortSignal,
  ) => json<SurfaceAnswer<Surface>>('POST', `/api/surfaces/${surface}`, situation, signal),
  /** What it shows, each time that a connector has ended; its last is complete. */
  surfaceAsItComes: <Surface extends keyof SurfaceViews>(
    surface: Surface,
    situation: SituationBody,
    signal?: AbortSignal,
  ) => lines<SurfaceAnswer<Surface>>(`/api/surfaces/${surface}`, situation, signal),
  call: (
    ask: SituationBody & {
      readonly connector: string;
      readonly wanted: string;
      readonly inputs?: unknown;
      readonly confirmed?: boolean;
    },
  ) => json<Trace>('POST', '/api/calls', ask),
  calls: (signal?: AbortSignal) => json<Trace[]>('GET', '/api/calls', undefined, signal),
  callById: (id: string, signal?: AbortSignal) =>
    json<Trace>('GET', `/api/calls/${encodeURIComponent(id)}`, undefined, signal),
  curl: async (id: string) => (await ask('GET', `/api/calls/${encodeURIComponent(id)}/curl`)).text(),
  world: (signal?: AbortSignal) => json<WorldView>('GET', '/api/world', undefined, signal),
  addRecord: (record: { readonly record: string; readonly name?: string; readonly crm?: string }) =>
    json<RecordView>('POST', '/api/world/records', record),
  addMail: (mail: object) => json<MailView>('POST', '/api/world/mails', mail),
  faults: (signal?: AbortSignal) => json<FaultView[]>('GET', '/api/faults', undefined, signal),
  profile: (signal?: AbortSignal) => json<ProfileView>('GET', '/api/profile', undefined, signal),
  useProfile: (profile: Readonly<Record<string, unknown>>) => json<ProfileView>('PUT', '/api/profile', profile),
};
