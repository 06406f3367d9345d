/** The reference of what is imported by name: every export with its docstring, as TypeScript declares it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { writePublicTypes } from './public-types.ts';

/** By page, the entry of an export. */
const entries = {
  connector: 'connector/connector.d.ts',
  contract: 'contract/contract.d.ts',
  configuration: 'host/configuration/configuration.d.ts',
} as const;
/** Data longer than this is told by its first line: the other pages of the reference have it. */
const mostLines = 60;

interface Export {
  readonly name: string;
  readonly docstring: string;
  readonly declaration: string;
}

/** Markdown by the name of the page. Throws where an export has no docstring. */
export function sdkPages(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'saleskit-types-'));
  try {
    writePublicTypes(folder);
    return Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [name, page(name, join(folder, file))] as const),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function page(name: string, file: string): string {
  const exported = exportsOf(file).toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const silent = exported.filter(({ docstring }) => docstring === '');
  if (silent.length > 0)
    throw new Error(
      `These exports of saleskit/${name} have no docstring: ${silent.map((each) => each.name).join(', ')}.`,
    );
  const parts = exported.map(
    (each) => `## ${each.name}\n\n${each.docstring}\n\n\`\`\`ts\n${each.declaration}\n\`\`\`\n`,
  );
  return `# saleskit/${name}\n\n${docstringBefore(readFileSync(file, 'utf8'), undefined)}\n\n${parts.join('\n')}`;
}

/** What a file declares and passes on, one entry a name. */
function exportsOf(file: string): Export[] {
  const text = readFileSync(file, 'utf8');
  const found = new Map<string, Export>();
  for (const statement of parseSync(file, text).program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration, source, specifiers, start, end } = statement;
    if (source) {
      const others = exportsOf(join(dirname(file), source.value.replace(/\.js$/, '.d.ts')));
      const wanted = specifiers.map(({ local }) => ('name' in local ? local.name : local.value));
      for (const each of others) if (wanted.includes(each.name)) found.set(each.name, each);
      continue;
    }
    for (const name of declaration ? namesOf(declaration) : []) {
      const docstring = docstringBefore(text, start);
      const before = found.get(name);
      found.set(name, {
        name,
        docstring: before?.docstring || docstring,
        declaration: [before?.declaration, shortened(text.slice(start, end))].filter(Boolean).join('\n'),
      });
    }
  }
  return [...found.values()];
}

type Declaration = NonNullable<
  Extract<ReturnType<typeof parseSync>['program']['body'][number], { type: 'ExportNamedDeclaration' }>['declaration']
>;

function namesOf(declaration: Declaration): string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  return 'id' in declaration && declaration.id && 'name' in declaration.id ? [declaration.id.name] : [];
}

/** The docstring that ends right before a position; before none, the one that the file begins with. */
function docstringBefore(text: string, position: number | undefined): string {
  const pattern = position === undefined ? /^\/\*\*([\s\S]*?)\*\// : /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/;
  const [, words = ''] = pattern.exec(text.slice(0, position)) ?? [];
  return words.replaceAll(/^\s*\* ?/gm, '').trim();
}

function shortened(declaration: string): string {
  const lines = declaration.split('\n');
  return lines.length > mostLines ? `${lines[0]}\n    // …\n${lines.at(-1)}` : declaration;
}
