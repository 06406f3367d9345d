/** What the pane knows of the host: asked once, kept, and asked anew when an event says that it changed. */
import { QueryClient, type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SituationBody, SurfaceViews } from '../../host/api/api-types.ts';
import { HostError, hostApi } from './host-api.ts';

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: false },
    },
  });
}

export const useConnectors = () =>
  useQuery({ queryKey: ['connectors'], queryFn: ({ signal }) => hostApi.connectors(signal) });
export const useWorld = () => useQuery({ queryKey: ['world'], queryFn: ({ signal }) => hostApi.world(signal) });
export const useCalls = () => useQuery({ queryKey: ['calls'], queryFn: ({ signal }) => hostApi.calls(signal) });
/** One call; not asked for while `isWanted` is false. */
export const useCall = (id: string, isWanted: boolean) =>
  useQuery({ queryKey: ['call', id], queryFn: ({ signal }) => hostApi.callById(id, signal), enabled: isWanted });
export const useFaults = () => useQuery({ queryKey: ['faults'], queryFn: ({ signal }) => hostApi.faults(signal) });
export const useFailures = () =>
  useQuery({ queryKey: ['failures'], queryFn: ({ signal }) => hostApi.failures(signal) });
export const useLint = (key: string) =>
  useQuery({ queryKey: ['lint', key], queryFn: ({ signal }) => hostApi.lint(key, signal) });
export const useProfile = () => useQuery({ queryKey: ['profile'], queryFn: ({ signal }) => hostApi.profile(signal) });

/** What a surface shows in a situation, the first time as connectors answer, later whole; nothing is asked while `isWanted` is false. */
export function useSurface<Surface extends keyof SurfaceViews>(
  surface: Surface,
  situation: SituationBody,
  isWanted = true,
) {
  return useQuery({
    queryKey: ['surface', surface, situation],
    queryFn: ({ client, queryKey, signal }) =>
      lastOf(client, queryKey, signal, hostApi.surfaceAsItComes(surface, situation, signal)),
    enabled: isWanted,
  });
}

/**
 * The last of several answers. Those before it are the query's data where it has had none, and no longer if one fails;
 * they do not count as an update: what has never been updated is in its first fetch.
 */
async function lastOf<Answer>(
  client: QueryClient,
  queryKey: QueryKey,
  signal: AbortSignal,
  answers: AsyncIterable<Answer>,
): Promise<Answer> {
  const query = client.getQueryCache().find<Answer>({ queryKey });
  const isFirst = query?.state.dataUpdatedAt === 0;
  const isWanted = () => isFirst && !signal.aborted;
  let last: Answer | undefined;
  try {
    for await (const answer of answers) {
      last = answer;
      if (isWanted()) query?.setData(answer, { manual: true, updatedAt: 0 });
    }
    if (last === undefined) throw new HostError(0, 'The host answered nothing.');
    return last;
  } catch (error) {
    if (isWanted()) query?.setState({ data: undefined });
    throw error;
  }
}

/** A change of the host; what it may have changed is asked anew. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(['connectors', 'lint', 'world', 'profile', 'surface'].map((key) => askAnew(client, key))),
  });
}

/** Asks anew. A first answer that is under way may be older than the change: it is awaited, then asked for once more. */
async function askAnew(client: QueryClient, key: string): Promise<void> {
  const firsts = client
    .getQueryCache()
    .findAll({ queryKey: [key], fetchStatus: 'fetching', predicate: ({ state }) => state.dataUpdatedAt === 0 });
  await Promise.allSettled(firsts.map(({ promise }) => promise));
  await client.invalidateQueries({ queryKey: [key] });
}

/**
 * Listens to the host: a connector that changed redraws the surfaces, a call that ended the inspector. What happened
 * before it listened, or while it could not, was not announced: that is asked for.
 */
export function useHostEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const events = new EventSource('/api/events');
    const anew = (...keys: string[]) => {
      for (const key of keys) void askAnew(client, key);
    };
    let isAgain = false;
    events.addEventListener('open', () => {
      anew('calls', ...(isAgain ? ['connectors', 'failures', 'lint', 'world', 'profile', 'surface'] : []));
      isAgain = true;
    });
    events.addEventListener('call', () => anew('calls'));
    events.addEventListener('connectors', () => anew('surface', 'connectors', 'failures', 'lint'));
    events.addEventListener('failures', () => anew('failures'));
    events.addEventListener('world', () => anew('world'));
    return () => events.close();
  }, [client]);
}
