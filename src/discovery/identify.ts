/** Which extension point an operation answers: by its effective description first, by operationId and names second. */
import { type ExtensionPoint, extensionPoints } from '../contract/contract.ts';
import type { Operation } from './operation.ts';
import { matchOf, similarity } from './wording.ts';

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
  const candidates = points.flatMap((point) => {
    const exactness = matchOf(description, point.apiDescription ?? '');
    if (exactness) return [{ point, exactness, isFormerWording: false }];
    const former = point.formerly.find(
      (wording) => wording.field === 'API' && matchOf(description, wording.description),
    );
    return former ? [{ point, exactness: 'loose' as const, isFormerWording: true }] : [];
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
  const ranked = points
    .map((point) => {
      const bonus = point.method === method ? 0.001 : 0;
      return { point, alike: similarity(description, point.apiDescription ?? '', near - bonus) + bonus };
    })
    .sort((a, b) => b.alike - a.alike);
  return ranked[0] && ranked[0].alike >= near ? ranked[0].point : undefined;
}
