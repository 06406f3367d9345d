/** What a new version of a package takes from those who use the old one. */
import { compareConnections } from './compare/connections.ts';
import { compareExtensionPoints } from './compare/extension-points.ts';
import { compareOperations } from './compare/operations.ts';
import { compareService } from './compare/service.ts';
import { differsInTextsOnly } from './compare/texts.ts';
import type { PackageModel } from './model/package-model.ts';
import type { Problem } from './rule.ts';

/** The kinds of change; each is the id of the rule that tells of it. */
export type ChangeKind =
  | 'extension-point-lost'
  | 'extension-point-description-changed'
  | 'extension-point-input-lost'
  | 'chat-skill-lost'
  | 'operation-deleted'
  | 'operation-hidden'
  | 'operation-id-changed'
  | 'operation-address-changed'
  | 'parameter-moved'
  | 'input-deleted'
  | 'input-became-required'
  | 'input-became-internal'
  | 'input-type-changed'
  | 'input-format-changed'
  | 'input-enum-added'
  | 'input-enum-value-removed'
  | 'output-deleted'
  | 'output-type-changed'
  | 'output-format-changed'
  | 'output-became-optional'
  | 'media-type-removed'
  | 'service-address-changed'
  | 'connection-parameter-removed'
  | 'authentication-removed'
  | 'scope-added'
  | 'update-is-minor';

/** A change, told where it stands in the new package. */
export interface Change extends Problem {
  readonly kind: ChangeKind;
}

const compared = new WeakMap<PackageModel, { readonly old: PackageModel; readonly changes: readonly Change[] }>();

/** Every change that breaks something; where there is none and only texts differ, that. Compared once for all rules. */
export function changesBetween(model: PackageModel, old: PackageModel): readonly Change[] {
  const known = compared.get(model);
  if (known?.old === old) return known.changes;
  const breaking = [
    ...compareExtensionPoints(model, old),
    ...compareOperations(model, old),
    ...compareService(model, old),
    ...compareConnections(model, old),
  ];
  const changes = breaking.length === 0 && differsInTextsOnly(model, old) ? [minor] : breaking;
  compared.set(model, { old, changes });
  return changes;
}

const minor: Change = {
  kind: 'update-is-minor',
  message: 'Only texts, the contact, the colour or the icon changed: a minor update.',
  pointer: '',
};
