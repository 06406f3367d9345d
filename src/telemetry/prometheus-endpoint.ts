import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { CodedError } from '../core/coded-error.ts';
import type { PrometheusSettings } from './settings.ts';

const localName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * GET /metrics on a port of its own, for Prometheus to fetch. With a token whoever asks must bring it; without, only this
 * machine is answered, and no page that rebinds a name. Throws a CodedError USAGE where it cannot listen. It keeps no
 * process alive.
 */
export async function prometheusEndpoint({ host, port, token }: PrometheusSettings): Promise<PrometheusExporter> {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const server = createServer((request, response) => {
    const status = statusOf(request, token);
    if (status === 200) return exporter.getMetricsRequestHandler(request, response);
    response.writeHead(status, status === 401 ? { 'www-authenticate': 'Bearer' } : {}).end();
  });
  server.unref().listen({ host, port });
  await once(server, 'listening').catch((cause) => {
    const words = `Metrics cannot be offered at ${host}:${port} (${cause.code}). Choose another OTEL_EXPORTER_PROMETHEUS_PORT.`;
    throw new CodedError('USAGE', words, { cause });
  });
  const address = server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  process.stderr.write(`Metrics for Prometheus: http://${host.includes(':') ? `[${host}]` : host}:${at}/metrics\n`);
  return exporter;
}

function statusOf({ method, url, headers }: IncomingMessage, token: string | undefined): number {
  if (token === undefined && !localName.test(headers.host ?? '')) return 403;
  if (token !== undefined && !isSame(headers.authorization ?? '', `Bearer ${token}`)) return 401;
  if (url?.split('?', 1)[0] !== '/metrics') return 404;
  return method === 'GET' ? 200 : 405;
}

/** Compares without telling by its time how much was right. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
