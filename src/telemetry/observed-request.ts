import { type Attributes, failureName, type Span, type Telemetry } from './telemetry.ts';

/** What came back; `status` null and `failure` named where nothing did. */
interface Outcome {
  readonly status: number | null;
  readonly failure?: string | null;
}

/**
 * Sends a request within a span, whose headers `send` gets to send along, and measures it. Of the address its host alone
 * is told: path and query hold ids.
 */
export async function observedRequest<Answer extends Outcome>(
  telemetry: Telemetry,
  { method, url }: { readonly method: string; readonly url: string | URL },
  send: (trace: Span['headers']) => Promise<Answer>,
): Promise<Answer> {
  const begun = performance.now();
  const attributes = { 'http.request.method': method.toUpperCase(), ...hostAttributes(url) };
  const span = telemetry.begin({ name: method.toUpperCase(), kind: 'client', attributes });
  const end = ({ status, failure }: Outcome) => {
    const failed = failure ?? (status !== null && status >= 400 ? String(status) : undefined);
    const outcome = { 'http.response.status_code': status ?? undefined, 'error.type': failed };
    span.set(outcome);
    span.end(failed);
    const seconds = (performance.now() - begun) / 1000;
    telemetry.measure('http.client.request.duration', seconds, { ...attributes, ...outcome });
  };
  try {
    const answer = await telemetry.within(span, () => send(span.headers));
    end(answer);
    return answer;
  } catch (error) {
    end({ status: null, failure: failureName(error) });
    throw error;
  }
}

/** Where a service is, as spans and metrics tell it. */
export function hostAttributes(url: string | URL): Attributes {
  const { hostname, port, protocol } = URL.parse(String(url)) ?? { hostname: 'unknown', port: '', protocol: '' };
  return { 'server.address': hostname, 'server.port': Number(port) || (protocol === 'https:' ? 443 : 80) };
}
