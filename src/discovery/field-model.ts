import type { OverridingText } from './action-override.ts';
import { isJson, type Json, type Part, partAt, partOf, propertiesOf, textOf } from './resolve.ts';

/** One field of a body or an answer, or one parameter. */
export interface FieldModel {
  /** From the root of the body; `[]` stands for the items of an array. */
  readonly path: readonly string[];
  readonly name: string;
  readonly pointer: string;
  readonly type: string | undefined;
  readonly format: string | undefined;
  readonly itemType: string | undefined;
  /** Required, and so are all the objects that it stands in. */
  readonly required: boolean;
  /** Required by the object that it stands in. */
  readonly isMarkedRequired: boolean;
  /** Effective: of the action where it has one, else of the definition. */
  readonly description: string | undefined;
  /** The object of the definition whose description it is, or would be without the action's. */
  readonly describedBy: string;
  /** Where actions.json has it, if it does. */
  readonly overriddenAt: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  readonly default: unknown;
  readonly isInternal: boolean;
  /** x-ms-notification-url: the platform fills it with the address to tell of events. */
  readonly isNotificationUrl: boolean;
}

/** Marks what the platform fills with the address to tell of events. */
export const notificationUrl = 'x-ms-notification-url';

const deepest = 6;
const most = 2000;

/** Every field of the schema at a pointer, objects before what they hold; recursion is cut. `describe` may override descriptions. */
export function flattened(
  root: unknown,
  pointer: string,
  describe: (field: Pick<FieldModel, 'path'>) => OverridingText | undefined,
): FieldModel[] {
  const fields: FieldModel[] = [];
  const walk = (part: Part | undefined, path: readonly string[], required: boolean) => {
    if (!part || path.length > deepest || fields.length > most) return;
    if (part.value.type === 'array' || part.value.items !== undefined) {
      return walk(partOf(root, part.value.items, `${part.pointer}/items`, part.trail), [...path, '[]'], required);
    }
    if (part.value.properties === undefined && part.value.allOf === undefined) return;
    const { properties, required: names } = propertiesOf(root, part);
    properties.forEach(({ value: own, pointer: place }, name) => {
      const property = partOf(root, own, place, part.trail);
      if (!property) return;
      const isMarkedRequired = names.has(name);
      const known = { path: [...path, name], name, pointer: place, isMarkedRequired };
      const field = fieldAt(property, own, { ...known, required: required && isMarkedRequired }, describe(known));
      fields.push(field);
      walk(property, field.path, field.required);
    });
  };
  walk(partAt(root, pointer), [], true);
  return fields;
}

/** What a schema or a parameter says of its values. */
export function schemaFacts(
  value: Json,
): Pick<FieldModel, 'type' | 'format' | 'itemType' | 'enum' | 'default' | 'isInternal' | 'isNotificationUrl'> {
  return {
    type: textOf(value.type),
    format: textOf(value.format),
    itemType: isJson(value.items) ? textOf(value.items.type) : undefined,
    enum: Array.isArray(value.enum) ? value.enum : undefined,
    default: value.default,
    isInternal: value['x-ms-visibility'] === 'internal',
    isNotificationUrl: value[notificationUrl] === true,
  };
}

/** What is known of a field before its schema is read. */
type Place = Pick<FieldModel, 'path' | 'name' | 'pointer' | 'required' | 'isMarkedRequired'>;

/**
 * `own` is what stands at the place itself, before its $ref is followed: a description there counts for some readers. Made
 * in one go: packages have many fields, and to put objects together takes longer than all else.
 */
function fieldAt(
  { value, pointer: declaredAt }: Part,
  own: unknown,
  place: Place,
  override: OverridingText | undefined,
): FieldModel {
  const ownDescription = isJson(own) ? textOf(own.description) : undefined;
  const { items } = value;
  return {
    path: place.path,
    name: place.name,
    pointer: place.pointer,
    required: place.required,
    isMarkedRequired: place.isMarkedRequired,
    type: textOf(value.type) ?? (value.properties || value.allOf ? 'object' : undefined),
    format: textOf(value.format),
    itemType: isJson(items) ? (textOf(items.type) ?? (items.$ref ? 'object' : undefined)) : undefined,
    enum: Array.isArray(value.enum) ? value.enum : undefined,
    default: value.default,
    isInternal: value['x-ms-visibility'] === 'internal',
    isNotificationUrl: value[notificationUrl] === true || (isJson(own) && own[notificationUrl] === true),
    description: override?.text ?? ownDescription ?? textOf(value.description),
    describedBy: ownDescription === undefined ? declaredAt : place.pointer,
    overriddenAt: override?.pointer,
  };
}
