/** The folder that paconn makes and updates a connector from. */
import { paconnSettings } from '../contract/contract.ts';
import { type ConnectorPackage, packageFileNames } from '../package/connector-package.ts';
import { valueAt } from '../package/json-pointer.ts';
import type { PackedFiles } from '../package/write-zip.ts';
import { jsonText } from './connector-facts.ts';

/** What of an own settings.json stays: the others name the files, which have their usual names here. */
const kept = ['connectorId', 'environment', 'powerAppsUrl', 'powerAppsApiVersion', 'flowUrl', 'flowApiVersion'];

/** Definition, properties, icon, script and settings, as far as they are there. */
export function paconnFolder({ definition, properties, settings, icon, script }: ConnectorPackage): PackedFiles {
  const own = kept.flatMap((name) => {
    const value = valueAt(settings?.value, `/${name}`);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const told = { ...paconnSettings({ hasIcon: icon !== undefined, hasScript: script !== undefined }) };
  return new Map<string, string | Uint8Array>([
    [packageFileNames.definition, jsonText(definition)],
    ...(properties ? [[packageFileNames.properties, jsonText(properties)] as const] : []),
    ...(icon ? [[packageFileNames.icon, icon] as const] : []),
    ...(script ? [[packageFileNames.script, script.text] as const] : []),
    [packageFileNames.settings, `${JSON.stringify({ ...told, ...Object.fromEntries(own) }, null, 2)}\n`],
  ]);
}
