/** Mending in memory, as --fix does it in files. */
import { fixedFiles, type LintedPackage, lintPackage } from '../../src/lint/lint.ts';
import { type ConnectorPackage, packageFileNames, packageOfFiles } from '../../src/package/connector-package.ts';
import {
  type Definition,
  details,
  type Files,
  files,
  icon,
  operationOf,
  parameterOf,
  propertyOf,
  readme,
  settings,
} from './mutants/definition.ts';

/** Texts by the names of their files. */
export type Texts = Readonly<Record<string, string>>;

const rest: readonly [string, Uint8Array][] = [
  [packageFileNames.settings, new Uint8Array(settings)],
  [packageFileNames.readme, new Uint8Array(readme)],
  [packageFileNames.icon, new Uint8Array(icon)],
];

/** The texts of a package; `write` makes JSON of a value. */
export function textsOf({ definition, properties, actions }: Files, write: (value: unknown) => string): Texts {
  return {
    [packageFileNames.definition]: write(definition),
    [packageFileNames.properties]: write(properties),
    ...(actions && { [packageFileNames.actions]: write(actions) }),
  };
}

export function packageOfTexts(texts: Texts): ConnectorPackage {
  const own = Object.entries(texts).map(([name, text]) => [name, new Uint8Array(Buffer.from(text))] as const);
  return packageOfFiles('contoso-hub', new Map([...rest, ...own]), { isWhole: true });
}

export function lintedTexts(texts: Texts): LintedPackage {
  return lintPackage(packageOfTexts(texts));
}

/** Mends until there is nothing to do, in at most `rounds`; tells how many it took. */
export function mendedTexts(texts: Texts, rounds = 5): { readonly texts: Texts; readonly rounds: number } {
  let current = texts;
  for (let round = 0; round < rounds; round++) {
    const fixed = fixedFiles(packageOfTexts(current));
    if (fixed.length === 0) return { texts: current, rounds: round };
    current = { ...current, ...Object.fromEntries(fixed.map(({ file, text }) => [file, text])) };
  }
  return { texts: current, rounds };
}

/** The ways in which people's tools write JSON; the last line end is none of them. */
export const writings: Readonly<Record<string, (value: unknown) => string>> = {
  'two spaces': (value) => JSON.stringify(value, null, 2),
  minified: (value) => JSON.stringify(value),
  tabs: (value) => `${JSON.stringify(value, null, '\t')}\n`,
  CRLF: (value) => `${JSON.stringify(value, null, 4)}\n`.replaceAll('\n', '\r\n'),
  'a byte order mark': (value) => `\uFEFF${JSON.stringify(value, null, 2)}\n`,
};

/** Contoso Hub's files with something changed. */
export const changed = (change: (definition: Definition, all: Files) => void): Files => {
  const copy = structuredClone(files);
  change(copy.definition, copy);
  return copy;
};

/** A text that matches, and is not to the letter. */
export const loose = (text: unknown) => ` ${String(text).toUpperCase().replaceAll(' ', '  ').replace(/\.$/, '')}`;

/** What --fix takes back, whatever it stood in. */
export const mendable: Readonly<Record<string, (definition: Definition) => void>> = {
  'the description of an action is loose': (definition) => {
    const operation = operationOf(definition, details);
    operation.description = loose(operation.description);
  },
  'the description of a parameter is loose': (definition) => {
    const parameter = parameterOf(definition, details, 'recordId');
    parameter.description = loose(parameter.description);
  },
  'the description of a property of the body is loose': (definition) => {
    const property = propertyOf(definition, 'EmailSummaryRequest', 'resourceData', 'subject');
    property.description = loose(property.description);
  },
  'the description of an output is loose': (definition) => {
    const property = propertyOf(definition, 'RecordDetailsItem', 'recordTitle');
    property.description = loose(property.description);
  },
};
