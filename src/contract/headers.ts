/** The request headers between host, connector and back end (guidelines G10 and G11; traceparent: W3C Trace Context). */
export const headers = {
  clientRequestId: 'x-ms-client-request-id',
  userAgent: 'x-ms-user-agent',
  language: 'accept-language',
  traceParent: 'traceparent',
  traceState: 'tracestate',
} as const;
