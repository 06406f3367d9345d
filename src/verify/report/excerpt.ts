import type { ReportedResponse } from './verify-report.ts';

/** The body of an answer as text, indented where it is JSON, cut after so many characters. */
export function bodyExcerpt({ body }: ReportedResponse, longest: number, indent = 2): string {
  const text = typeof body === 'string' ? body : (JSON.stringify(body, null, indent) ?? '');
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
}

/** "500, application/json, 12 ms", or why there is no answer. */
export function answerLine({ status, problem, headers, durationMs }: ReportedResponse): string {
  if (status === null) return problem ?? 'no answer';
  return [status, headers['content-type'], `${Math.round(durationMs)} ms`]
    .filter((each) => each !== undefined)
    .join(', ');
}
