/** Messages of MCP, a line each: what is none is answered here, since the protocol's library passes over it in silence. */
import { Transform } from 'node:stream';
import { ProtocolErrorCode, parseJSONRPCMessage } from '@modelcontextprotocol/server';

/** What is said of a list of messages, over HTTP too. */
export const listRefusal = 'One message at a time: a list of them is taken no longer.';
/** As many as the library buffers. */
const longestLine = 10 * 1024 * 1024;

/** An answer that is an error, as JSON-RPC has it; the id is null where the message has none that can be read. */
export interface Refusal {
  readonly jsonrpc: '2.0';
  readonly id: string | number | null;
  readonly error: { readonly code: number; readonly message: string };
}

/** Lets messages through and gives a refusal for every other line; empty lines are passed over. A line without end is an error. */
export function messageLines(refuse: (refusal: Refusal) => void): Transform {
  let rest = '';
  const decoder = new TextDecoder();
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const refusal = line.trim() === '' ? undefined : refusalOf(line);
        if (refusal) refuse(refusal);
        else this.push(`${line}\n`);
      }
      done(rest.length > longestLine ? new Error(`A message is longer than ${longestLine} characters.`) : null);
    },
  });
}

function refusalOf(line: string): Refusal | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refusal(null, ProtocolErrorCode.ParseError, `This line is no JSON: ${(error as Error).message}`);
  }
  if (Array.isArray(value)) return refusal(null, ProtocolErrorCode.InvalidRequest, listRefusal);
  try {
    parseJSONRPCMessage(value);
    return undefined;
  } catch {
    const words =
      'This is no message of JSON-RPC: an object with "jsonrpc": "2.0", a method and, to be answered, an id.';
    return refusal(idOf(value), ProtocolErrorCode.InvalidRequest, words);
  }
}

/** The error answer to a message. */
export function refusal(id: Refusal['id'], code: number, message: string): Refusal {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

function idOf(value: unknown): Refusal['id'] {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
