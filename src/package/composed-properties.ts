/** apiProperties.json as a solution has it: in several files without `properties` around them, and in XML. */
import type { Archive } from './archive.ts';
import { pathIn } from './archive-path.ts';
import type { DeclaredConnector } from './solution.ts';
import { type Located, readSource, type SourceDocument } from './source-document.ts';
import { childText, type XmlElement } from './xml.ts';

export interface PropertiesParts {
  readonly connectionParameters: SourceDocument | undefined;
  readonly connectionParameterSets: SourceDocument | undefined;
  readonly policyTemplateInstances: SourceDocument | undefined;
  readonly declared: DeclaredConnector | undefined;
}

/** One document of all parts. Places, files and pointers are those of the part that something stands in. */
export function composedProperties(archive: Archive, parts: PropertiesParts): SourceDocument {
  const { connectionParameters, connectionParameterSets, policyTemplateInstances, declared } = parts;
  const named = Object.entries({ connectionParameters, connectionParameterSets, policyTemplateInstances }).flatMap(
    ([name, source]) => (source ? [[name, source] as const] : []),
  );
  const told = declared ? toldInXml(declared.element) : {};
  const home = declared ? pathIn(archive, declared.file) : (named[0]?.[1].file ?? archive.path);
  const place = declared?.element.place ?? { line: 1, column: 1 };
  return {
    file: home,
    text: '',
    value: { properties: { ...Object.fromEntries(named.map(([name, { value }]) => [name, value])), ...told } },
    isPartial: declared === undefined,
    problems: named.flatMap(([, { file, problems }]) => problems.map((problem) => ({ file, ...problem }))),
    parts: named.map(([, source]) => source),
    locate(pointer, part): Located {
      for (const [name, source] of named) {
        const base = `/properties/${name}`;
        if (pointer !== base && !pointer.startsWith(`${base}/`)) continue;
        const inner = pointer.slice(base.length);
        return { file: source.file, pointer: inner, ...source.locate(inner, part) };
      }
      return { file: home, pointer: '', ...place };
    },
  };
}

function toldInXml(element: XmlElement): Record<string, unknown> {
  const iconBrandColor = childText(element, 'iconbrandcolor');
  const operations = childText(element, 'scriptoperations');
  const scriptOperations = operations ? jsonOf(operations) : undefined;
  return { ...(iconBrandColor && { iconBrandColor }), ...(scriptOperations !== undefined && { scriptOperations }) };
}

function jsonOf(text: string): unknown {
  return readSource('scriptoperations', new TextEncoder().encode(text), 'json').value;
}
