import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/**
 * One line an answer: request id, method, route, operation, status, milliseconds. The route is its pattern, so that no
 * query (ids, addresses) reaches the log; neither do headers and bodies.
 */
export class AnswerLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'requestId' });
  }

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const { config, url: route } = request.routeOptions;
    const { operationId } = config as { operationId?: string };
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    const line = { method: request.method, route, operationId, status: reply.statusCode, milliseconds };
    if (error) request.log.warn({ ...line, err: error }, 'not answered');
    else request.log.info(line, 'answered');
  }
}
