/** What is wrong with the files of a package as such. */
import type { Finding } from '../report/finding.ts';
import type { SourceDocument } from './source-document.ts';
import type { TextFile } from './text-file.ts';

/** Of a JSON file: broken syntax, another encoding, no object. */
export function sourceFindings(source: SourceDocument): Finding[] {
  return [...source.problems.map((problem) => findingOf(source, problem)), ...shapeFindings(source)];
}

/** Of a script or a readme: its encoding. A byte order mark does no harm there. */
export function textFindings(source: TextFile): Finding[] {
  return source.problems.filter(({ kind }) => kind !== 'byte-order-mark').map((problem) => findingOf(source, problem));
}

function findingOf(
  { file }: Pick<SourceDocument, 'file'>,
  { kind, severity, message, line, column, ...more }: SourceDocument['problems'][number],
): Finding {
  return { rule: `file-${kind}`, severity, message, file: more.file ?? file, pointer: '', line, column };
}

function shapeFindings({ file, value, problems }: SourceDocument): Finding[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [];
  if (problems.length > 0) return [];
  const message = 'The file holds no JSON object at its root.';
  return [{ rule: 'file-no-object', severity: 'error', message, file, pointer: '', line: 1, column: 1 }];
}

/** What is wrong with a definition that is no OpenAPI 2.0. */
export function versionFindings({ file, value, problems, locate }: SourceDocument): Finding[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { swagger, openapi, paths } = value as { swagger?: unknown; openapi?: unknown; paths?: unknown };
  const say = (rule: string, severity: Finding['severity'], message: string, pointer: string): Finding[] => [
    { rule, severity, message, file, pointer, ...locate(pointer) },
  ];
  if (swagger === undefined && openapi !== undefined)
    return say(
      'definition-version',
      'error',
      `Copilot for Sales reads OpenAPI 2.0 (Swagger); this is OpenAPI ${String(openapi)}: convert it.`,
      '/openapi',
    );
  const isCutOff = problems.some(({ severity }) => severity === 'error');
  if (typeof paths !== 'object' || paths === null)
    return isCutOff
      ? []
      : say(
          'definition-paths',
          'error',
          swagger === undefined
            ? 'This is no OpenAPI definition: it has neither swagger: "2.0" nor paths. Give the definition of a connector.'
            : 'The definition has no paths, so it has no operation. Add them.',
          '',
        );
  if (swagger === '2.0') return [];
  const found = swagger === undefined ? 'no version' : `the version ${JSON.stringify(swagger)}`;
  return say(
    'definition-version',
    'warning',
    `The definition names ${found}; Copilot for Sales reads OpenAPI 2.0. Write swagger: "2.0".`,
    swagger === undefined ? '' : '/swagger',
  );
}
