import type { PackageModel } from './package-model.ts';

/** Something that several rules need of one package: made once, when first asked for. */
export function perModel<Value extends object>(make: (model: PackageModel) => Value): (model: PackageModel) => Value {
  const made = new WeakMap<PackageModel, Value>();
  return (model) => {
    const found = made.get(model) ?? make(model);
    made.set(model, found);
    return found;
  };
}
