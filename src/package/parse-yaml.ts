/** YAML 1.2 with positions, as far as OpenAPI definitions use it. */
import { isMap, isScalar, isSeq, type Node, parseDocument, visit, type YAMLError } from 'yaml';
import { segmentsOf } from './json-pointer.ts';
import type { Parsed, Part, Problem } from './parsed.ts';

const mostAliases = 1000;

export function parseYaml(text: string): Parsed {
  const document = parseDocument(text, { strict: true, uniqueKeys: true, logLevel: 'error' });
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    kind: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'invalid-yaml',
    severity: error.name === 'YAMLParseError' ? 'error' : 'warning',
    message: messageOf(error),
    offset: error.pos[0],
  }));
  return {
    value: plainValue(document, problems),
    problems,
    offsetOf: (pointer, part) => offsetIn(document.contents, pointer, part),
  };
}

function messageOf({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'A second document begins here, which nobody reads. Keep one to a file.';
  return `${message.split('\n', 1)[0]?.replace(/ at line \d+.*/, '')}.`;
}

function plainValue(document: ReturnType<typeof parseDocument>, problems: Problem[]): unknown {
  const broken = aliasProblems(document);
  problems.push(...broken);
  if (broken.length > 0) return undefined;
  try {
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: mostAliases })) ?? 'null');
  } catch (error) {
    const { message: cause } = error as Error;
    const message = /alias count/i.test(cause)
      ? `Aliases stand for more than ${mostAliases} copies. Write out what they stand for.`
      : `The document cannot be read: ${cause.split('\n', 1)[0]}.`;
    problems.push({ kind: 'invalid-yaml', severity: 'error', message, offset: 0 });
    return undefined;
  }
}

/** Aliases that stand for nothing, or for something that they stand in themselves. */
function aliasProblems(document: ReturnType<typeof parseDocument>): Problem[] {
  const problems: Problem[] = [];
  const say = (message: string, offset = 0) =>
    problems.push({ kind: 'invalid-yaml', severity: 'error', message, offset });
  visit(document, {
    Alias(_key, alias, path) {
      const target = alias.resolve(document);
      if (!target) say(`The alias *${alias.source} has no anchor &${alias.source} before it.`, alias.range?.[0]);
      else if (path.includes(target))
        say(
          `The alias *${alias.source} stands within its own anchor &${alias.source}, so it has no end. Use a $ref instead.`,
          alias.range?.[0],
        );
    },
  });
  return problems;
}

function offsetIn(root: Node | null, pointer: string, part: Part): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const segment of segmentsOf(pointer)) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === segment);
      if (!pair) break;
      const named = part === 'name' || !pair.value ? pair.key : pair.value;
      offset = (named as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (!node) break;
      offset = (node as Node).range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
