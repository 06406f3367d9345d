/** The three manifests of a solution, as exports have them. Source: an export in microsoft/iom-provider-shopify. */
import { posix } from 'node:path';
import { xmlAttribute, xmlText } from '../report/xml-text.ts';

export interface SolutionManifest {
  readonly uniqueName: string;
  readonly title: string;
  /** Four numbers. */
  readonly version: string;
  readonly publisher: {
    readonly publisher: string;
    readonly title: string;
    readonly prefix: string;
    readonly optionValuePrefix: number;
  };
  readonly rootComponents: readonly string[];
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
/** English (United States), the language that every environment has. */
const language = 1033;

export function solutionXml({ uniqueName, title, version, publisher, rootComponents }: SolutionManifest): string {
  return `${declaration}
<ImportExportXml version="9.2" SolutionPackageVersion="9.2" languagecode="${language}" generatedBy="CrmLive" ${instance}>
  <SolutionManifest>
    <UniqueName>${uniqueName}</UniqueName>
    <LocalizedNames>
      ${localizedName(title)}
    </LocalizedNames>
    <Descriptions />
    <Version>${version}</Version>
    <Managed>0</Managed>
    <Publisher>
      <UniqueName>${publisher.publisher}</UniqueName>
      <LocalizedNames>
        ${localizedName(publisher.title)}
      </LocalizedNames>
      <Descriptions />
      <EMailAddress xsi:nil="true"></EMailAddress>
      <SupportingWebsiteUrl xsi:nil="true"></SupportingWebsiteUrl>
      <CustomizationPrefix>${publisher.prefix}</CustomizationPrefix>
      <CustomizationOptionValuePrefix>${publisher.optionValuePrefix}</CustomizationOptionValuePrefix>
      <Addresses />
    </Publisher>
    <RootComponents>${rootComponents.map((each) => `\n      ${each}`).join('')}
    </RootComponents>
    <MissingDependencies />
  </SolutionManifest>
</ImportExportXml>
`;
}

/** Elements of connectors, flows and the connections of flows. */
export interface Components {
  readonly connectors: readonly string[];
  readonly workflows?: readonly string[];
  readonly connectionReferences?: readonly string[];
}

export function customizationsXml({ connectors, workflows = [], connectionReferences = [] }: Components): string {
  const parts = [
    ...['Entities', 'Roles'].map((name) => `<${name} />`),
    listed('Workflows', workflows),
    ...otherParts.map((name) => `<${name} />`),
    listed('Connectors', connectors),
    ...(connectionReferences.length > 0 ? [listed('connectionreferences', connectionReferences)] : []),
    `<Languages>\n    <Language>${language}</Language>\n  </Languages>`,
  ];
  return `${declaration}\n<ImportExportXml ${instance}>${parts.map((part) => `\n  ${part}`).join('')}\n</ImportExportXml>\n`;
}

/** Empty in every solution that has none of them. */
const otherParts = [
  'FieldSecurityProfiles',
  'Templates',
  'EntityMaps',
  'EntityRelationships',
  'OrganizationSettings',
  'optionsets',
  'CustomControls',
  'EntityDataProviders',
];

/** The list of media types of an archive: every extension in it is one of bytes. */
export function contentTypesXml(paths: Iterable<string>): string {
  const extensions = new Set([...paths].map((path) => posix.extname(path).slice(1)));
  const types = [...extensions].map(
    (extension) => `<Default Extension="${xmlAttribute(extension)}" ContentType="application/octet-stream" />`,
  );
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>`;
}

export function localizedName(title: string): string {
  return `<LocalizedName description="${xmlAttribute(title)}" languagecode="${language}" />`;
}

/** An element of texts, one a line. */
export function elementOf(head: string, texts: Readonly<Record<string, string | number>>): string {
  const [name = ''] = head.split(' ', 1);
  const lines = Object.entries(texts).map(([each, text]) => `\n      <${each}>${xmlText(String(text))}</${each}>`);
  return `<${head}>${lines.join('')}\n    </${name}>`;
}

function listed(name: string, elements: readonly string[]): string {
  return elements.length === 0
    ? `<${name} />`
    : `<${name}>${elements.map((element) => `\n    ${element}`).join('')}\n  </${name}>`;
}
