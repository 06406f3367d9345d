/** What mutants of inputs do to parameters and properties. */
import { type Mutant, operationOf, parameterOf, propertyOf, stranger } from './definition.ts';

/** Breaks a definition. */
export type Mutate = Mutant['mutate'];
/** Mutants that one rule is to catch, by their names. */
export const table = (
  guideline: Mutant['guideline'],
  rule: string,
  severity: Mutant['severity'],
  mutants: Readonly<Record<string, Mutate>>,
  also?: readonly string[],
): Mutant[] =>
  Object.entries(mutants).map(([name, mutate]) => ({
    name,
    guideline,
    mutate,
    rule,
    severity,
    ...(also && { also }),
  }));

/** Another description of a parameter. */
export const says =
  (id: string, name: string, change: (text: string) => unknown): Mutate =>
  (definition) => {
    const parameter = parameterOf(definition, id, name);
    parameter.description = change(String(parameter.description));
  };
/** Other facts of a parameter. */
export const typed =
  (id: string, name: string, changes: object): Mutate =>
  (definition) =>
    Object.assign(parameterOf(definition, id, name), changes);
/** Other facts of a property of a schema. */
export const propertyTyped =
  (schema: string, path: [string, ...string[]], changes: object): Mutate =>
  (definition) =>
    Object.assign(propertyOf(definition, schema, ...path), changes);
/** A parameter more that no extension point has. */
export const asks =
  (id: string, changes: object = {}): Mutate =>
  (definition) =>
    operationOf(definition, id).parameters.push(stranger(changes));
