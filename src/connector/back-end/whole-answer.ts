import { ConnectorError } from '../connector-error.ts';

/** Headers of what was on the wire, not of the body as it is handed on. */
const wireHeaders = ['content-encoding', 'content-length', 'transfer-encoding'];
const withoutBody = new Set([204, 205, 304]);

/**
 * The answer with its body read whole, `largest` bytes at most, counted after decompression; SERVICE_UNAVAILABLE where
 * there are more, or it breaks off. Nothing is left on the connection, which serves the next request.
 */
export async function wholeAnswer(response: Response, largest: number): Promise<Response> {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const name of wireHeaders) headers.delete(name);
  const body = await bodyOf(response, largest).catch((cause: unknown): never => {
    throw new ConnectorError('SERVICE_UNAVAILABLE', 'The back end does not answer as it should.', { cause });
  });
  return new Response(withoutBody.has(status) ? null : body, { status, statusText, headers });
}

async function bodyOf(response: Response, largest: number): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    // Leaving the loop cancels the body, which ends the connection.
    if (bytes > largest) throw new Error(`The back end's answer has more than ${largest} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
