import type { PackageModel } from './package-model.ts';

type Definition = PackageModel['connector']['definition'];

/** Whether a definition has escapes behind which a name may hide. */
const escapes = new WeakMap<Definition, boolean>();

/** False where a name stands nowhere in the definition, not even in escapes: nothing that bears it need be looked for. */
export function mayMention({ connector }: Pick<PackageModel, 'connector'>, name: string): boolean {
  return connector.definition.text.includes(name) || hasEscapes(connector.definition);
}

function hasEscapes(definition: Definition): boolean {
  const known = escapes.get(definition);
  if (known !== undefined) return known;
  const found = /\\(?:u00[2-7]|[^"\\/bfnrtu])/.test(definition.text);
  escapes.set(definition, found);
  return found;
}
