/** What was asked and answered in chat while the page lives: kept outside of the pages, so that it outlasts leaving them. */
import { useSyncExternalStore } from 'react';
import type { ChatView, SituationBody } from '../../host/api/api-types.ts';

/** What a question is asked in, and whether the seller agreed to what its skill changes. */
export type ChatSituation = SituationBody & { readonly confirmed?: boolean };

/** A question, what it was asked in, and what came of it. */
export interface Turn {
  readonly id: number;
  readonly question: string;
  readonly situation: ChatSituation;
  readonly state: 'asking' | 'answered' | 'failed';
  readonly view?: ChatView;
  /** What the host says where it did not answer. */
  readonly error?: string;
  /** The seller did not want what a skill would have changed. */
  readonly isRefused?: boolean;
}

const none: readonly Turn[] = [];
const conversations = new Map<string, readonly Turn[]>();
const listeners = new Set<() => void>();
let lastId = 0;

/** The conversation of a seller, oldest turn first. */
export function useConversation(seller: string): readonly Turn[] {
  return useSyncExternalStore(subscribe, () => conversations.get(seller) ?? none);
}

/** Adds a question; gives its id. */
export function addTurn(seller: string, question: string, situation: ChatSituation): number {
  lastId += 1;
  const turn: Turn = { id: lastId, question, situation, state: 'asking' };
  change(seller, [...(conversations.get(seller) ?? none), turn]);
  return turn.id;
}

/** Changes a turn; one that is no longer there stays away. */
export function changeTurn(seller: string, id: number, changes: Partial<Omit<Turn, 'id'>>): void {
  change(
    seller,
    (conversations.get(seller) ?? none).map((turn) => (turn.id === id ? { ...turn, ...changes } : turn)),
  );
}

/** Begins anew. */
export function forgetConversation(seller: string): void {
  change(seller, none);
}

function change(seller: string, turns: readonly Turn[]): void {
  conversations.set(seller, turns);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
