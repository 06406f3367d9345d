import type { PackageModel } from './package-model.ts';

/** What is made of a model once, when a rule first asks for it. */
export function perModel<Value>(make: (model: PackageModel) => Value): (model: PackageModel) => Value {
  const made = new WeakMap<PackageModel, { readonly value: Value }>();
  return (model) => {
    const known = made.get(model) ?? { value: make(model) };
    made.set(model, known);
    return known.value;
  };
}
