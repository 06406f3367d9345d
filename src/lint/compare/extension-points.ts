/** Extension points and chat skills that sellers had and would lose. */
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { Change } from '../against.ts';
import { isObject } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';

export function compareExtensionPoints(model: PackageModel, old: PackageModel): Change[] {
  return [...lostPoints(model, old), ...lostSkills(model, old), ...changedWordings(model, old)];
}

function lostPoints({ root, actions }: PackageModel, old: PackageModel): Change[] {
  return old.actions.flatMap(({ point, invocable, isUsed, operation }): Change[] => {
    if (!point || !invocable || !isUsed) return [];
    if (actions.some((action) => action.point === point && action.invocable && action.isUsed)) return [];
    const now = [
      (action: DiscoveredAction) => action.point === point && action.isUsed,
      (action: DiscoveredAction) => idOf(action) !== undefined && idOf(action) === operation.operationId,
      (action: DiscoveredAction) => action.operation.path === operation.path,
    ].reduce<DiscoveredAction | undefined>((found, isIt) => found ?? actions.find(isIt), undefined);
    const why = whyLost(now, operation.operationId, point.id);
    const message = `Sellers lose ${point.id}: ${why}`;
    const pointer = now?.reasons[0]?.pointer ?? now?.operation.pointer ?? restOf(root);
    return [{ kind: 'extension-point-lost', message, pointer }];
  });
}

function whyLost(now: DiscoveredAction | undefined, before: string | undefined, point: string): string {
  if (!now) return `${before} answered it, and no operation does now. Put it back.`;
  if (now.point?.id === point) return `${idOf(now)} would not be invoked any more. ${now.reasons[0]?.message ?? ''}`;
  const other = now.point ? `is taken for ${now.point.id}` : 'is not known by its description any more';
  return `${idOf(now)} ${other}. Put the description of ${point} back, to the letter.`;
}

function lostSkills({ root, actions }: PackageModel, old: PackageModel): Change[] {
  const byId = new Map(actions.map((action) => [idOf(action), action]));
  return old.actions
    .filter(({ kind, invocable }) => kind === 'chat-skill' && invocable)
    .flatMap((before): Change[] => {
      const now = byId.get(idOf(before));
      if (now?.kind === 'chat-skill' && now.invocable) return [];
      const why = now
        ? `${idOf(now)} is none any more. ${now.reasons[0]?.message ?? ''}`.trim()
        : `no operation ${idOf(before)} is there any more. Put it back.`;
      return [
        {
          kind: 'chat-skill-lost',
          message: `Sellers lose a chat skill: ${why}`,
          pointer: now?.operation.pointer ?? restOf(root),
        },
      ];
    });
}

/** Of points that are answered before and after: other wordings of the operation, and optional inputs that are not found any more. */
function changedWordings({ actions }: PackageModel, old: PackageModel): Change[] {
  return old.actions.flatMap((before): Change[] => {
    const { point, isUsed, invocable } = before;
    if (!point || !isUsed || !invocable) return [];
    const now = actions.find((action) => action.point === point && action.isUsed && action.invocable);
    return now ? [...changedDescription(now, before), ...lostInputs(now, before)] : [];
  });
}

function changedDescription(now: DiscoveredAction, before: DiscoveredAction): Change[] {
  if (now.operation.description === before.operation.description || now.exactness === 'exact') return [];
  const how =
    now.matchedBy === 'operationId' ? 'is known by its operationId only' : 'is not that of today to the letter';
  const message = `The description of ${idOf(now)} changed, and ${how}; ${now.point?.id} may be lost with it. Write the documented one.`;
  return [{ kind: 'extension-point-description-changed', message, pointer: now.operation.pointer }];
}

function lostInputs(now: DiscoveredAction, before: DiscoveredAction): Change[] {
  const filled = new Set(now.inputMatches.flatMap(({ input, fieldPath }) => (input ? [fieldPath.join('.')] : [])));
  return before.inputMatches
    .filter(({ input, fieldPath }) => input && !filled.has(fieldPath.join('.')))
    .map(({ fieldPath }) => ({
      kind: 'extension-point-input-lost',
      message: `${idOf(now)} took ${fieldPath.join('.')} of ${now.point?.id}, and no parameter has its description now. Put it back.`,
      pointer: now.operation.pointer,
    }));
}

function idOf({ operation }: DiscoveredAction): string | undefined {
  return operation.operationId;
}

/** The nearest place that is there of an operation that is not. */
function restOf(root: PackageModel['root']): string {
  return isObject(root.paths) ? '/paths' : '';
}
