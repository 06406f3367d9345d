/** One more extension point in a TypeScript project that `saleskit new` made: its handler, and the lines that wire it. */
import { camelCase } from '../../contract/contract.ts';
import { offeredPoints, type Plan } from '../plan.ts';
import { templateFiles } from '../template-files.ts';

/** Where the project wires its handlers. */
export const connectorFile = 'src/connector.ts';

/** Tells what of an API of its own feeds which extension point, in a project that `new --from` made. */
export const mappingPageFile = 'MAPPING.md';

/** What that page becomes with a point that nothing of the API feeds yet. */
export function withUnmapped(page: string, pointId: string): string {
  const text = `TODO: Nothing feeds it yet: it answers with the example, with \`API_URL\`, too. \`src/actions/${pointId}.ts\` has its handler.`;
  return `${page.trimEnd()}\n\n## ${pointId}\n\n- ${text}\n`;
}

export interface AddedHandler {
  readonly path: string;
  readonly content: string;
  /** The new content of src/connector.ts; undefined where no place for the lines is found. */
  readonly connector: string | undefined;
  /** What is to be written there by hand then. */
  readonly lines: readonly string[];
}

/** The test that calls every action of a project. */
export const callsFile = 'test/connector.test.ts';

/** What the test becomes with a call of the point; as it was where it is another test, or calls it already. */
export function withCall(test: string, pointId: string): string {
  const operationId = offeredPoints.find(({ point }) => point.id === pointId)?.point.operationId;
  const call = templateFile(callsFile)
    .split('\n')
    .find((line) => line.startsWith(`  '${operationId}': `));
  if (!call || test.includes(`'${operationId}'`)) return test;
  return test.replace(/^const calls\b.*= \{(\r?\n)/m, (begin, lineEnd) => `${begin}${call}${lineEnd}`);
}

/** The handler of a point, and what src/connector.ts becomes with it. `path` is where the operation is answered. */
export function addedHandler(connector: string, pointId: string, path: string): AddedHandler {
  const name = camelCase(pointId);
  const content = templateFile(`src/actions/${pointId}.ts`);
  const lineEnd = connector.includes('\r\n') ? '\r\n' : '\n';
  const lines = [
    `import { ${name} } from './actions/${pointId}.ts';`,
    `      ${name}: '${path}',`,
    `    ${name}: ${name}(application),`,
  ] as const;
  const file = `src/actions/${pointId}.ts`;
  return {
    path: file,
    content: content.replaceAll('\n', lineEnd),
    connector: wired(connector.split(lineEnd), lines)?.join(lineEnd),
    lines: lines.map((line) => line.trim()),
  };
}

/** As the template has it. */
function templateFile(path: string): string {
  const plan: Plan = {
    name: 'Application',
    publisher: 'Application',
    points: offeredPoints.map(({ point }) => point.id),
    chatSkills: [],
    data: 'http',
    authentication: 'none',
    languages: ['en'],
    today: new Date(),
  };
  return String(new Map(templateFiles(plan)).get(path) ?? '');
}

/** The lines with three more: the import among the imports, the path after `paths: {`, the handler after the others. */
function wired(
  lines: readonly string[],
  [first, path, handler]: readonly [string, string, string],
): string[] | undefined {
  const lastImport = lines.findLastIndex((line) => line.startsWith('import '));
  const paths = lines.findIndex((line) => /^\s+paths: \{$/.test(line));
  const handlers = lines.findLastIndex((line) => /^ {4}(\w+: \w+\(application\),|\},)$/.test(line));
  if (lastImport < 0 || paths < 0 || handlers < paths) return undefined;
  const at = importPlace(lines, first);
  return lines.flatMap((line, index) => [
    ...(index === at ? [first] : []),
    line,
    ...(index === paths ? [path] : []),
    ...(index === handlers ? [handler] : []),
  ]);
}

/** Before the first import of a file that comes later in the alphabet. */
function importPlace(lines: readonly string[], first: string): number {
  const pathOf = (line: string) => / from '(\.[^']*)'/.exec(line)?.[1];
  const own = pathOf(first) ?? '';
  const later = lines.findIndex((line) => line.startsWith('import ') && (pathOf(line) ?? '') > own);
  return later < 0 ? lines.findLastIndex((line) => line.startsWith('import ')) + 1 : later;
}
