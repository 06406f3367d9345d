import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits } from '../contract/contract.ts';
import { ConnectorError } from './connector-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Takes bodies of application/json up to the gateway's limit. A larger one is refused at once and read to its end
 * all the same (Node discards the rest, until its request timeout), so that a sender that writes first and reads after
 * sees the answer. Prototype keys are refused.
 */
export function takeJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', async (request: FastifyRequest, stream: FastifyRequest['raw']) => {
    const encoding = request.headers['content-encoding'];
    if (encoding && encoding !== 'identity') {
      throw new ConnectorError(
        'UNSUPPORTED_MEDIA_TYPE',
        `Content-Encoding ${encoding.slice(0, 40)} is not understood: send plain JSON.`,
      );
    }
    if (Number(request.headers['content-length']) > limits.bodyBytes) throw tooLarge();
    const text = decoded(await read(stream));
    if (text.trim() === '') throw new ConnectorError('EMPTY_BODY', 'The body is empty: send a JSON object.');
    return new Promise((resolve, reject) => {
      parse(request, text, (error, body) => {
        if (error) reject(new ConnectorError('MALFORMED_JSON', 'The body is not valid JSON.', { cause: error }));
        else resolve(body);
      });
    });
  });
}

function read(stream: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limits.bodyBytes) return chunks.push(chunk);
      chunks.length = 0;
      return reject(tooLarge());
    });
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', (cause) => reject(new ConnectorError('BAD_REQUEST', 'The body broke off.', { cause })));
    stream.on('close', () => reject(new ConnectorError('BAD_REQUEST', 'The body broke off.')));
  });
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new ConnectorError('MALFORMED_JSON', 'The body is not text in UTF-8.', { cause });
  }
}

function tooLarge(): ConnectorError {
  const limit = limits.bodyBytes.toLocaleString('en');
  return new ConnectorError(
    'BODY_TOO_LARGE',
    `The body has more than ${limit} bytes, the limit of the Power Platform gateway.`,
  );
}
