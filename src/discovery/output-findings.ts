/** What is to be said of an action's answer: outputs of the extension point that it lacks, or does not promise. */
import type { ExtensionPoint, Field } from '../contract/contract.ts';
import type { Said } from './action-findings.ts';
import type { FieldModel } from './field-model.ts';
import type { Operation } from './operation.ts';
import { matchOf } from './wording.ts';

/** Outputs are mapped by their descriptions, names without case second. */
export function outputFindings(operation: Operation, point: ExtensionPoint | undefined): Said[] {
  if (!point) return [];
  return [...envelopeFindings(operation, point), ...point.item.flatMap((field) => itemFindings(operation, field))];
}

/** The list that holds the items is known by its name: the documentation describes no other. */
function envelopeFindings({ outputs, pointer }: Operation, { envelope }: ExtensionPoint): Said[] {
  const [list, ...others] = envelope;
  const declared = list && outputs.find(({ path }) => path.length === 1 && path[0] === list.name);
  // Where nothing is declared, each item's outputs are missing already.
  if (!list || outputs.length === 0) return [];
  if (declared && (declared.type === undefined || declared.type === list.type))
    return [
      ...requiredFinding(declared, list),
      ...others.flatMap((field) => {
        const output = outputs.find(({ path }) => path.length === 1 && path[0] === field.name);
        return output ? typeFinding(output, field) : [];
      }),
    ];
  const message = declared
    ? `${list.name} is of type ${declared.type}; the host reads the items from a list of this name.`
    : `The answer has no list named ${list.name}, from which the host reads the items.`;
  return [{ rule: 'output-missing', severity: 'error', message, pointer: declared?.pointer ?? pointer }];
}

/** The output that has the description of a field of the answer. */
export function describedOutput({ outputs }: Operation, { description }: Field): FieldModel | undefined {
  return outputs.find((output) => matchOf(output.description ?? '', description));
}

function itemFindings(operation: Operation, field: Field): Said[] {
  const described = describedOutput(operation, field);
  const named = operation.outputs.find(
    (output) => isItemOutput(output) && output.name.toLowerCase() === field.name.toLowerCase(),
  );
  if (described) return [...requiredFinding(described, field), ...typeFinding(described, field)];
  const severity = field.required ? 'warning' : 'info';
  if (named)
    return [
      {
        rule: 'output-description',
        severity,
        message: `${field.name} is mapped by its name only; its description must be “${field.description}”`,
        pointer: named.pointer,
      },
      ...typeFinding(named, field),
    ];
  if (!field.required) return [];
  return [
    {
      rule: 'output-missing',
      severity: 'error',
      message: `No output has the description of ${field.name}: “${field.description}”`,
      pointer: operation.pointer,
    },
  ];
}

function requiredFinding(output: FieldModel, field: Pick<Field, 'name' | 'required'>): Said[] {
  if (!field.required || output.isMarkedRequired) return [];
  return [
    {
      rule: 'output-not-required',
      severity: 'warning',
      message: `${field.name} is required by the extension point and not marked so (G7).`,
      pointer: output.pointer,
    },
  ];
}

/** What the host makes of another type stands nowhere. An integer is a number as well. */
function typeFinding({ type, pointer }: FieldModel, field: Pick<Field, 'name' | 'type'>): Said[] {
  if (type === undefined || type === field.type || (field.type === 'number' && type === 'integer')) return [];
  const message = `${field.name} is of type ${type}; the host reads ${field.type}. Declare and answer ${field.type}.`;
  return [{ rule: 'output-type', severity: 'warning', message, pointer }];
}

function isItemOutput({ path }: FieldModel): boolean {
  return path.includes('[]');
}
