/** --fix on Contoso Hub's package, whatever is broken in it and however it is written: it ends, harms nothing, and is done after once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedFiles } from '../../src/lint/lint.ts';
import { changed, lintedTexts, loose, mendable, mendedTexts, packageOfTexts, textsOf, writings } from './mending.ts';
import { mutants } from './mutants/all.ts';
import { type Definition, type Files, files, operationOf, requiredOf } from './mutants/definition.ts';

type Change = (definition: Definition, all: Files) => void;
const ids = Object.values(files.definition.paths).flatMap((item) =>
  Object.values(item).flatMap(({ operationId }) => operationId ?? []),
);
/** Everything described, loosely; everything that may be taken away. */
const everywhere =
  (change: (part: Record<string, unknown>) => void): Change =>
  (definition) => {
    const walk = (part: unknown) => {
      if (typeof part !== 'object' || part === null) return;
      if (!Array.isArray(part) && 'description' in part) change(part as Record<string, unknown>);
      for (const each of Object.values(part)) walk(each);
    };
    walk(definition.paths);
    walk(definition.definitions);
  };
const own: readonly Change[] = [
  ...Object.values(mendable),
  everywhere((part) => Object.assign(part, { description: loose(part.description) })),
  everywhere((part) => (Array.isArray(part.required) ? delete part.required : undefined)),
  (definition) => {
    for (const schema of Object.values(definition.definitions)) delete schema.required;
  },
  ...ids.map(
    (id): Change =>
      (definition) => {
        const operation = operationOf(definition, id);
        operation.parameters = operation.parameters.filter(
          ({ required, in: place }) => required === true || place === 'body',
        );
      },
  ),
  ...ids.map(
    (id): Change =>
      (definition) => {
        delete (operationOf(definition, id) as Partial<{ parameters: unknown }>).parameters;
      },
  ),
  (definition) => {
    // Nothing optional is left.
    for (const schema of Object.values(definition.definitions))
      schema.properties = Object.fromEntries(
        Object.entries(schema.properties ?? {}).filter(([name]) => requiredOf(schema).includes(name)),
      );
  },
  (definition) => {
    // Inputs of one name are one parameter, described as where it stands first.
    const shared: Record<string, unknown> = {};
    definition.parameters = shared;
    for (const id of ids) {
      const operation = operationOf(definition, id);
      operation.parameters = operation.parameters.map((parameter) => {
        const name = String(parameter.name);
        if (parameter.in === 'body') return parameter;
        shared[name] ??= parameter;
        return { $ref: `#/parameters/${name}` };
      });
    }
  },
  (definition) => {
    // One object for all that is asked and answered.
    const all = Object.values(definition.definitions).flatMap(({ properties }) => Object.entries(properties ?? {}));
    for (const schema of Object.values(definition.definitions)) schema.properties = Object.fromEntries(all);
  },
  (_definition, all) => {
    all.actions = {
      actions: ids.map((operationId) => ({
        operationId,
        description: loose(operationOf(files.definition, operationId).description),
        parameters: Object.fromEntries(
          operationOf(files.definition, operationId).parameters.map(({ name, description }) => [
            name,
            loose(description),
          ]),
        ),
      })),
    };
  },
];
const changes: readonly Change[] = [...own, ...mutants.map(({ mutate }) => mutate)];

test('a second run has nothing to do, no error is new, and what was invoked still is', () => {
  const broken = fc.tuple(
    fc.uniqueArray(fc.nat(changes.length - 1), { minLength: 1, maxLength: 5 }),
    fc.constantFrom(...Object.keys(writings)),
  );
  fc.assert(
    fc.property(broken, ([picked, writing]) => {
      const all = changed((definition, each) => {
        for (const index of picked)
          try {
            changes[index]?.(definition, each);
          } catch {
            // What one change took away another cannot find: the rest is broken enough.
          }
      });
      fc.pre(isOfUsualSize(all.definition));
      const before = textsOf(all, writings[writing] ?? JSON.stringify);
      const { texts: after, rounds } = mendedTexts(before);
      expect(rounds).toBeLessThan(5);
      expect(fixedFiles(packageOfTexts(after))).toEqual([]);
      const [was, is] = [lintedTexts(before), lintedTexts(after)];
      const errors = ({ findings }: typeof was) =>
        countsOf(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
      for (const [rule, count] of errors(is)) expect(count, rule).toBeLessThanOrEqual(errors(was).get(rule) ?? 0);
      const invoked = ({ actions }: typeof was) =>
        actions
          .filter(({ invocable }) => invocable)
          .map(({ pointer, extensionPoint }) => `${pointer} ${extensionPoint}`);
      expect(invoked(is)).toEqual(expect.arrayContaining(invoked(was)));
    }),
    { numRuns: 60 },
  );
});

/** Changes that share parts, one within the other, can make a definition that no text holds. */
function isOfUsualSize(definition: unknown, most = 50_000): boolean {
  const waiting = [definition];
  for (let parts = 0; waiting.length > 0; parts++) {
    if (parts > most) return false;
    const part = waiting.pop();
    if (typeof part === 'object' && part !== null) waiting.push(...Object.values(part));
  }
  return true;
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
