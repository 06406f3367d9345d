/** What is wrong with an app package: by the published JSON schemas, the OpenAPI specification, and what icons have to be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { ApiPlugin } from '../../src/pack/api-plugin/api-plugin.ts';
import { pictureSize } from '../../src/package/picture.ts';
import { cardProblems } from '../../src/verify/adaptive-card.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into manifests of any content
export type Manifest = any;

const ajv = new Ajv.default({ allErrors: true, strict: false });
addFormats.default(ajv);
const schema = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(join(import.meta.dirname, `${name}.schema.json`), 'utf8')));
const schemas = {
  'manifest.json': schema('app-1.27.excerpt'),
  'declarativeAgent.json': schema('declarative-agent-1.8'),
  'ai-plugin.json': schema('plugin-2.4'),
};

/** A file of an app as JSON. */
export function manifestOf({ files }: ApiPlugin, name: string): Manifest {
  return JSON.parse(new TextDecoder().decode(files.get(name)));
}

/** Everything that is wrong, each beginning with the file; nothing where the app is valid. */
export async function appProblems(app: ApiPlugin): Promise<string[]> {
  const plugin = manifestOf(app, 'ai-plugin.json');
  const document = manifestOf(app, 'plugin-openapi.json');
  const problems = Object.entries(schemas).flatMap(([name, isValid]) => {
    isValid(manifestOf(app, name));
    return (isValid.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`);
  });
  await SwaggerParser.validate(structuredClone(document)).catch((error: Error) =>
    problems.push(`plugin-openapi.json ${error.message}`),
  );
  const cards = plugin.functions.flatMap(
    ({ capabilities }: Manifest) => capabilities.response_semantics?.static_template ?? [],
  );
  const names = plugin.functions.map(({ name }: Manifest) => name).sort();
  const ids = Object.values(document.paths as Record<string, Record<string, Manifest>>).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  );
  return [
    ...problems,
    ...cards.flatMap(cardProblems).map((problem: string) => `ai-plugin.json ${problem}`),
    // The page of the manifest is stricter than its schema, which takes hyphens as well.
    ...names
      .filter((name: string) => !/^[A-Za-z0-9_]+$/.test(name))
      .map((name: string) => `ai-plugin.json has ${name}`),
    ...(String(ids.sort()) === String(names) ? [] : [`plugin-openapi.json has ${ids}, ai-plugin.json ${names}`]),
    ...(/\$ref|allOf|oneOf|anyOf/.test(JSON.stringify(document))
      ? ['plugin-openapi.json has references or compositions']
      : []),
    ...Object.entries({ 'color.png': 192, 'outline.png': 32 }).flatMap(([name, side]) => {
      const { width, height } = pictureSize(app.files.get(name) ?? new Uint8Array());
      return width === side && height === side ? [] : [`${name} has ${width} by ${height} pixels`];
    }),
  ];
}
