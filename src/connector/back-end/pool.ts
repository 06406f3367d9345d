/** Connections that are used again, so many at a time to each host. */
export interface Pool {
  /** What `fetch` is given, beside all else, to use this pool. */
  forFetch(): Promise<RequestInit>;
  /** Ends all connections, whatever is on its way. */
  close(): Promise<void>;
}

const connectTimeout = 2000;

/** Makes a pool. undici is loaded here: a connector without a back end starts without it. */
export function pool(connections: number): Pool {
  const made = import('undici').then(({ Agent, Dispatcher1Wrapper }) => {
    const agent = new Agent({ connections, connect: { timeout: connectTimeout } });
    // Node's own fetch speaks the protocol of an older undici than ours.
    const forFetch = { dispatcher: new Dispatcher1Wrapper(agent) } as unknown as RequestInit;
    return { agent, forFetch };
  });
  return {
    forFetch: async () => (await made).forFetch,
    close: async () => (await made).agent.destroy(),
  };
}
