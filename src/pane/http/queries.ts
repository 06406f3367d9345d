/** What the pane knows of the host: asked once, kept, and asked anew when an event says that it changed. */
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SituationBody, SurfaceViews } from '../../host/api/api-types.ts';
import { hostApi } from './host-api.ts';

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
export const useFaults = () => useQuery({ queryKey: ['faults'], queryFn: ({ signal }) => hostApi.faults(signal) });
export const useProfile = () => useQuery({ queryKey: ['profile'], queryFn: ({ signal }) => hostApi.profile(signal) });

/** What a surface shows in a situation; nothing is asked while `isWanted` is false. */
export function useSurface<Surface extends keyof SurfaceViews>(
  surface: Surface,
  situation: SituationBody,
  isWanted = true,
) {
  return useQuery({
    queryKey: ['surface', surface, situation],
    queryFn: ({ signal }) => hostApi.surface(surface, situation, signal),
    enabled: isWanted,
  });
}

/** A change of the host; what it may have changed is asked anew. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(
        ['connectors', 'world', 'profile', 'surface'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
}

/** Listens to the host: a connector that changed redraws the surfaces, a call that ended the inspector. */
export function useHostEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const events = new EventSource('/api/events');
    const anew = (...keys: string[]) => {
      for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
    };
    events.addEventListener('call', () => anew('calls'));
    events.addEventListener('connectors', () => anew('connectors', 'surface'));
    events.addEventListener('world', () => anew('world'));
    return () => events.close();
  }, [client]);
}
