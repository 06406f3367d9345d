/** Which extension point an operation answers: by its effective description first, by operationId and names second. */
import { type ExtensionPoint, extensionPoints } from '../contract/contract.ts';
import type { Operation } from './operation.ts';
import { matchOf, normalized, similarAmong, similarity } from './wording.ts';

export interface Identity {
  readonly kind: 'extension-point' | 'chat-skill' | 'none';
  readonly point: ExtensionPoint | undefined;
  readonly matchedBy: 'description' | 'operationId' | null;
  /** Of a match by description. */
  readonly exactness: 'exact' | 'loose' | undefined;
  /** The description is one that the documentation has replaced since. */
  readonly isFormerWording: boolean;
  /** Of an operation that matches none by description: the point whose description is nearest, if any is near. */
  readonly nearest: ExtensionPoint | undefined;
}

const points: readonly ExtensionPoint[] = Object.values(extensionPoints).filter(
  (point) => point.apiDescription !== null,
);
const near = 0.6;
/** Of two points whose descriptions are equally near the one with the operation's method is meant. */
const methodBonus = 0.001;
const mayBeNear = similarAmong(points.map(({ apiDescription }) => apiDescription ?? ''));

/** The points that have a description, or once had it, in their order. */
const pointsWorded = new Map<string, readonly ExtensionPoint[]>();
for (const point of points) {
  const former = point.formerly.filter(({ field }) => field === 'API').map(({ description }) => description);
  for (const wording of new Set([point.apiDescription ?? '', ...former].map(normalized)))
    pointsWorded.set(wording, [...(pointsWorded.get(wording) ?? []), point]);
}

export function identityOf(operation: Operation): Identity {
  const byDescription = matchByDescription(operation);
  if (byDescription) return byDescription;
  const { operationId } = operation;
  const point = operationId && points.find((each) => each.operationId?.toLowerCase() === operationId.toLowerCase());
  const nearest = nearestTo(operation);
  if (point) return { ...nothing, kind: 'extension-point', point, matchedBy: 'operationId', nearest };
  return { ...nothing, kind: isChatSkill(operation) ? 'chat-skill' : 'none', nearest };
}

const nothing = {
  point: undefined,
  matchedBy: null,
  exactness: undefined,
  isFormerWording: false,
  nearest: undefined,
} as const;

function matchByDescription({ description, method }: Operation): Identity | undefined {
  if (description === undefined) return undefined;
  const worded = pointsWorded.get(normalized(description)) ?? [];
  const candidates = worded.map((point) => {
    const exactness = matchOf(description, point.apiDescription ?? '');
    return { point, exactness: exactness ?? ('loose' as const), isFormerWording: exactness === undefined };
  });
  // Email summary and its version 1 have one description: the method tells them apart.
  const found = candidates.find(({ point }) => point.method === method) ?? candidates[0];
  return found && { ...nothing, kind: 'extension-point', matchedBy: 'description', ...found };
}

function isChatSkill({ isOpenAiEnabled, isInternal, operationId = '' }: Operation): boolean {
  return isOpenAiEnabled && !isInternal && !operationId.toLowerCase().startsWith('scp-');
}

function nearestTo({ description, method }: Operation): ExtensionPoint | undefined {
  if (!description) return undefined;
  let nearest: ExtensionPoint | undefined;
  let best = near;
  mayBeNear(description, near - methodBonus).forEach((place) => {
    const point = points[place];
    if (!point) return;
    const bonus = point.method === method ? methodBonus : 0;
    const alike = similarity(description, point.apiDescription ?? '', near - bonus) + bonus;
    if (nearest ? alike <= best : alike < best) return;
    nearest = point;
    best = alike;
  });
  return nearest;
}
