/** What the files that are handed on are made of, read from a package without trusting its shape. */
import { fixedText } from '../lint/lint.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import { valueAt } from '../package/json-pointer.ts';
import { readSource, type SourceDocument } from '../package/source-document.ts';

export interface ConnectorFacts {
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  /** The definition's own version. */
  readonly version: string;
  readonly host: string;
  readonly iconBrandColor: string;
  readonly connectionParameters: unknown;
  readonly connectionParameterSets: unknown;
  /** Undefined where there are none. */
  readonly policies: readonly unknown[] | undefined;
  /** Operations that the script handles; all where it is undefined. */
  readonly scriptOperations: readonly unknown[] | undefined;
}

/** What is not there is empty; a publisher that is not told is the contact, or the title. */
export function factsOf({ title, definition, properties }: ConnectorPackage): ConnectorFacts {
  const own = (name: string) => valueAt(properties?.value, `/properties/${name}`);
  const text = (source: SourceDocument | undefined, pointer: string) => {
    const value = valueAt(source?.value, pointer);
    return typeof value === 'string' ? value.trim() : '';
  };
  const list = (name: string) => {
    const value = own(name);
    return Array.isArray(value) && value.length > 0 ? value : undefined;
  };
  return {
    title,
    description: text(definition, '/info/description'),
    publisher: text(properties, '/properties/publisher') || text(definition, '/info/contact/name') || title,
    version: text(definition, '/info/version'),
    host: text(definition, '/host'),
    iconBrandColor: text(properties, '/properties/iconBrandColor'),
    connectionParameters: own('connectionParameters') ?? {},
    connectionParameterSets: own('connectionParameterSets'),
    policies: list('policyTemplateInstances'),
    scriptOperations: list('scriptOperations'),
  };
}

/** A JSON document as text: its own where it is strict JSON. */
export function jsonText({ isStrict, text, value }: SourceDocument): string {
  return isStrict ? text : `${JSON.stringify(value, null, 2)}\n`;
}

/** The package with another host in its definition; nothing else of the text changes, but that YAML becomes JSON. */
export function withHost(connector: ConnectorPackage, host: string): ConnectorPackage {
  const { text } = fixedText(jsonText(connector.definition), [{ pointer: '/host', value: host }]);
  return { ...connector, definition: readSource(connector.definition.file, new TextEncoder().encode(text), 'json') };
}
