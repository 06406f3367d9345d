/** Numbers of the protocol. */
export const limits = {
  /** Milliseconds in which an action completes (guideline G8). */
  deadline: 5000,
  /** Bytes of a request body that the Power Platform gateway lets through. */
  bodyBytes: 3_182_218,
  /** Calls per connection and seconds, of the certified Contoso Hub connector. */
  throttle: { calls: 100, seconds: 60 },
  /** Items answered where `top` is absent (assumed), and at most (ours). */
  top: { default: 10, max: 100 },
  /** Connectors whose related records are shown. */
  recordDetailsConnectors: 5,
} as const;
