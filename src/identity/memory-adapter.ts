import type { AdapterFactory, AdapterPayload } from 'oidc-provider';

const mostEntries = 10_000;

/** Where sessions, codes and refresh tokens are kept: in memory, each until it expires, at most 10,000, oldest out first. */
export function memoryAdapter(now: () => number = Date.now): AdapterFactory {
  const entries = new Map<string, { payload: AdapterPayload; until: number }>();

  const read = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry && entry.until > now()) return entry.payload;
    entries.delete(key);
    return undefined;
  };
  const write = (key: string, payload: AdapterPayload, seconds: number | undefined): void => {
    const oldest = entries.size >= mostEntries ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
    entries.set(key, { payload, until: seconds === undefined ? Number.POSITIVE_INFINITY : now() + seconds * 1000 });
  };

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    const findWhere = (fits: (payload: AdapterPayload) => boolean) =>
      [...entries].find(([key, { payload }]) => key.startsWith(`${model}:`) && fits(payload))?.[0];
    return {
      upsert: async (id, payload, seconds) => write(keyOf(id), payload, seconds),
      find: async (id) => read(keyOf(id)),
      findByUid: async (uid) => read(findWhere((payload) => payload.uid === uid) ?? ''),
      findByUserCode: async (code) => read(findWhere((payload) => payload.userCode === code) ?? ''),
      async consume(id) {
        const payload = read(keyOf(id));
        if (payload) payload.consumed = Math.floor(now() / 1000);
      },
      destroy: async (id) => void entries.delete(keyOf(id)),
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    };
  };
}
