import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import { readJson } from '../configuration/json-source.ts';

/** The largest body in bytes. */
export const largestBody = 5_000_000;

/** Takes JSON objects and nothing else; what is wrong with one is told with line and column. No body is {}. */
export function takeJsonObjects(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, objectOf(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('preHandler', async (request) => {
    request.body ??= {};
  });
}

function objectOf(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  const { value } = readJson(body, 'The body', 'INVALID_ARGUMENT');
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  const kind = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
  throw new CodedError('INVALID_ARGUMENT', `The body: a JSON object { } is expected, not ${kind}.`);
}
