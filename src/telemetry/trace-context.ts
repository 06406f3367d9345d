/** The header traceparent. Source: W3C Trace Context, level 1. */

export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
  /** Two hexadecimal digits; the lowest bit says that the trace is recorded. */
  readonly flags: string;
}

const format = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;

/** What a request says of its trace; undefined where it says nothing that can be used. */
export function readTraceParent(header: string | readonly string[] | undefined): TraceParent | undefined {
  const [, version, traceId, spanId, flags] = format.exec(String(header)) ?? [];
  if (!traceId || !spanId || !flags || version === 'ff' || /^0+$/.test(traceId)) return undefined;
  return { traceId, spanId, flags };
}

export function traceParentHeader({ traceId, spanId, flags }: TraceParent): string {
  return `00-${traceId}-${spanId}-${flags}`;
}
