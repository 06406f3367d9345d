/** Lines of the log of a service made with the SDK: JSON, for programs. */
export interface LogLine {
  readonly level?: unknown;
  readonly msg?: unknown;
  readonly method?: unknown;
  readonly route?: unknown;
  readonly operationId?: unknown;
  readonly errorCode?: unknown;
  readonly status?: unknown;
  readonly milliseconds?: unknown;
  readonly err?: { readonly stack?: unknown };
}

/** What a line says; nothing where it is none of such a log. */
export function logLine(line: string): LogLine {
  if (!line.startsWith('{')) return {};
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return {};
  }
}

/** The line for people: who was answered how, or what is wrong and where; as it is where it is none of such a log. */
export function logWords(line: string): string {
  const { level, msg, method, route, status, milliseconds, err } = logLine(line);
  if (typeof level !== 'number' || typeof msg !== 'string') return line;
  const call = typeof route === 'string' ? `${method} ${route}` : '';
  if (typeof status === 'number') return `${call} ${status} in ${milliseconds} ms`;
  const words = [call, msg].filter(Boolean).join(': ');
  return typeof err?.stack === 'string' ? `${words}\n${err.stack}` : words;
}
