/** The sound connector before an application that it asks, as one that keeps nothing itself. */
import type { Answering, Question, Reply } from './sound-connector.ts';

/** What the application is told of a call, so that logs fit together and it knows the language. */
const carried = ['x-ms-client-request-id', 'x-ms-user-agent', 'accept-language'];

/** Asks the application at the address, then answers; `names` are the headers that go along. */
export function askingBackEnd(
  address: string,
  answer: (question: Question) => Reply,
  names: readonly string[] = carried,
): Answering {
  return async (question) => {
    const headers = names.flatMap((name) => {
      const value = question.headers[name];
      return typeof value === 'string' ? [[name, value] as [string, string]] : [];
    });
    const answered = await fetch(`${address}/visits`, { headers, signal: AbortSignal.timeout(4000) });
    await answered.arrayBuffer();
    return answer(question);
  };
}
