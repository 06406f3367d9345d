/** Interfaces of what an API of one's own answers, as far as it is used. */
import type { OwnField } from './own-schema.ts';
import { propertyKey } from './typescript-text.ts';

interface Branch {
  readonly children: Map<string, Branch>;
  field?: OwnField;
}

/** The members of an interface, a line each; objects in objects are spelled out in place. */
export function membersOf(fields: readonly OwnField[], indent = '  '): string {
  const root: Branch = { children: new Map() };
  for (const field of fields) {
    let branch = root;
    for (const name of field.path) {
      const next = branch.children.get(name) ?? { children: new Map() };
      branch.children.set(name, next);
      branch = next;
    }
    branch.field = field;
  }
  return lines(root, indent).join('\n');
}

function lines({ children }: Branch, indent: string): string[] {
  return [...children].flatMap(([name, branch]) => {
    const isSure = isAlwaysThere(branch);
    const begin = `${indent}readonly ${propertyKey(name)}${isSure ? '' : '?'}: `;
    const end = isSure ? ';' : ' | null;';
    if (branch.children.size === 0) return [`${begin}${typeOf(branch.field)}${end}`];
    return [`${begin}{`, ...lines(branch, `${indent}  `), `${indent}}${end}`];
  });
}

/** It is required, or something in it is, and so it is itself. */
function isAlwaysThere({ field, children }: Branch): boolean {
  return field ? field.isRequired : [...children.values()].some(isAlwaysThere);
}

function typeOf(field: OwnField | undefined): string {
  const type =
    field?.type === 'integer' || field?.type === 'number' ? 'number' : field?.type === 'boolean' ? 'boolean' : 'string';
  return field?.isList ? `readonly ${type}[]` : type;
}
