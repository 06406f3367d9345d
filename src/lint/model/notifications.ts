/** What a webhook sends: x-ms-notification-content, of a path (as all published connectors have it) or of an operation. */
import { entriesOf, isObject, type JsonObject, step } from './json-object.ts';
import { methods } from './operations.ts';
import { type SchemaPart, walkSchema } from './schemas.ts';

export const notificationContent = 'x-ms-notification-content';

/** The schemas of all notification contents, walked as those of answers are. */
export function notificationSchemas(root: JsonObject): SchemaPart[] {
  const found: SchemaPart[] = [];
  for (const [path, item] of entriesOf(root.paths)) {
    if (!isObject(item)) continue;
    const place = `/paths${step(path)}`;
    const holders = [[item, place] as const, ...methods.map((method) => [item[method], `${place}/${method}`] as const)];
    for (const [holder, pointer] of holders) {
      const content = isObject(holder) ? holder[notificationContent] : undefined;
      if (isObject(content))
        walkSchema(content.schema, { pointer: `${pointer}/${notificationContent}/schema`, role: 'response' }, found);
    }
  }
  return found;
}
