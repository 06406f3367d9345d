/** What the host found out about an action, in a developer's words. */
import type { BadgeProps } from '@fluentui/react-components';
import type { ConnectorAction } from '../../../host/api/api-types.ts';
import { nameOfPoint, wantedPoints } from './point-names.ts';

export interface Verdict {
  readonly text: string;
  readonly color: NonNullable<BadgeProps['color']>;
}

/** Whether the host would call an action now, and whether it is one too many. */
export function verdictsOf(action: ConnectorAction): readonly Verdict[] {
  const duplicate: readonly Verdict[] = action.isUsed ? [] : [{ text: 'Unused duplicate', color: 'warning' }];
  const verdict = verdictOf(action);
  return verdict ? [verdict, ...duplicate] : duplicate;
}

function verdictOf({ invocable, isUsed, isEnabled, rewritten }: ConnectorAction): Verdict | undefined {
  if (!invocable) return { text: 'Not invoked', color: 'danger' };
  if (!isEnabled) return { text: 'Switched off', color: 'informative' };
  if (rewritten) return { text: 'Rewritten by the gateway', color: 'warning' };
  if (!isUsed) return undefined;
  return { text: 'Would be invoked', color: 'success' };
}

/** By what the host took an action for what it is. */
export function matchOf({ kind, matchedBy, exactness, isFormerWording }: ConnectorAction): string {
  if (kind === 'chat-skill') return 'AI enabled';
  if (matchedBy === 'operationId') return 'Name only';
  if (isFormerWording) return 'Description, former wording';
  return exactness === 'loose' ? 'Description, loosely' : 'Description, exactly';
}

/** What an action is to a seller. */
export function nameOf({ extensionPoint, kind, summary, operationId }: ConnectorAction): string {
  if (extensionPoint) return nameOfPoint(extensionPoint);
  return kind === 'chat-skill' ? `Chat skill: ${summary || operationId}` : (summary ?? operationId ?? 'Unnamed');
}

export interface SortedActions {
  /** Extension points in the order of the pane, then chat skills. */
  readonly used: readonly ConnectorAction[];
  /** Operations that are neither. */
  readonly others: readonly ConnectorAction[];
  /** Ids of extension points without an action. */
  readonly missing: readonly string[];
}

export function sortedActions(actions: readonly ConnectorAction[]): SortedActions {
  const pointOf = ({ extensionPoint, kind }: ConnectorAction) =>
    kind === 'chat-skill' ? 'sales-chat' : (extensionPoint ?? '').replace(/-v1$/, '');
  const used = wantedPoints.flatMap((id) =>
    actions.filter((action) => action.kind !== 'none' && pointOf(action) === id),
  );
  return {
    used,
    others: actions.filter(({ kind }) => kind === 'none'),
    missing: wantedPoints.filter((id) => !used.some((action) => pointOf(action) === id)),
  };
}
