import { headers } from '../../contract/contract.ts';
import type { Span, Telemetry } from '../../telemetry/telemetry.ts';
import type { Trace } from './trace.ts';

const goodOutcomes: readonly string[] = ['shown', 'nothing-to-show'];

/** Plays a call within a span, whose headers `play` gets to send along, and measures it by how it ended. */
export async function observedCall(
  telemetry: Telemetry,
  { connector, wanted }: { readonly connector: { readonly title: string }; readonly wanted: string },
  play: (trace: Span['headers']) => Promise<Trace>,
): Promise<Trace> {
  const begun = performance.now();
  const attributes = { 'saleskit.connector': connector.title, 'saleskit.extension_point': wanted };
  const span = telemetry.begin({ name: `call ${wanted}`, kind: 'client', attributes });
  const end = (outcome: string, played?: Trace) => {
    span.set({
      'saleskit.outcome': outcome,
      'saleskit.request_id': played?.request?.headers[headers.clientRequestId],
      'http.response.status_code': played?.response?.status ?? undefined,
    });
    span.end(goodOutcomes.includes(outcome) ? undefined : outcome);
    const seconds = (performance.now() - begun) / 1000;
    telemetry.measure('saleskit.host.call.duration', seconds, { ...attributes, 'saleskit.outcome': outcome });
  };
  try {
    const played = await telemetry.within(span, () => play(span.headers));
    end(played.outcome, played);
    return played;
  } catch (error) {
    end('error');
    throw error;
  }
}
