import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import {
  actionOf,
  actionOfSkill,
  type ExtensionPoint,
  errors,
  extensionPoints,
  inputSchema,
  openApiDefinition,
  operationOf,
  outputSchema,
} from './contract.ts';

const points: ExtensionPoint[] = Object.values(extensionPoints);
const withOperation = points.filter((point) => point.operationId !== null);
const ajv = new Ajv.default({ allErrors: true, strict: false });
addFormats.default(ajv);

const skill = {
  id: 'chat-about-weather',
  title: 'Chat about weather',
  description: 'This action gets the weather at a place.',
  method: 'GET',
  inputs: [{ name: 'place', type: 'string', required: true, description: 'This input names the place.' }],
} as const;

const definition = openApiDefinition({
  title: 'Example',
  description: 'An example of a definition, with every extension point that can stand in one.',
  version: '1.0',
  actions: [...withOperation.map((point) => actionOf(point)), actionOfSkill(skill)],
  testConnectionPath: '/diagnostics/testconnection',
  host: 'example.com',
  scheme: 'https',
  contact: { name: 'Example', url: 'https://example.com', email: 'info@example.com' },
  website: 'https://example.com',
  privacyPolicy: 'https://example.com/privacy',
  categories: ['Sales and CRM'],
});

describe.each(points)('$id', (point) => {
  test('is declared in the file of its id', () => {
    expect(readdirSync(join(import.meta.dirname, 'points'))).toContain(`${point.id}.ts`);
  });

  test('has an example that is valid by the derived schema, but for the errata named', () => {
    const isAnswer = ajv.compile(outputSchema(point));
    isAnswer(point.example);
    const broken = (isAnswer.errors ?? []).map((error) => error.instancePath);
    expect(broken.sort()).toEqual([...point.exampleErrata].sort());
  });

  test('derives schemas that are valid themselves', () => {
    expect(ajv.validateSchema(inputSchema(point))).toBe(true);
    expect(ajv.validateSchema(outputSchema(point))).toBe(true);
  });

  test('refuses an answer that lacks a required property', () => {
    const isAnswer = ajv.compile(outputSchema(point));
    const [list] = point.envelope;
    for (const field of point.item.filter((each) => each.required)) {
      const [item] = (point.example as Record<string, Record<string, unknown>[]>)[list?.name ?? ''] ?? [];
      const without = Object.fromEntries(Object.entries(item ?? {}).filter(([name]) => name !== field.name));
      expect(isAnswer({ [list?.name ?? '']: [without] }), field.name).toBe(false);
    }
  });
});

describe('the OpenAPI definition', () => {
  test('is valid Swagger 2.0 by a validator of others', async () => {
    await expect(SwaggerParser.validate(structuredClone(definition) as never)).resolves.toBeDefined();
  });

  test.each(withOperation)('carries the protocol constants of $id to the letter', (point) => {
    const operation = operationOf(actionOf(point)) as {
      description: string;
      operationId: string;
      parameters: { name: string; description: string; type?: string; required: boolean }[];
    };
    expect(operation.description).toBe(point.apiDescription);
    expect(operation.operationId).toBe(point.operationId);
    const text = JSON.stringify([operation, definition.definitions]);
    for (const { description } of [...point.inputs, ...Object.values(point.models).flat(), ...point.item]) {
      expect(text).toContain(JSON.stringify(description));
    }
    if (point.inputsIn === 'query') {
      const declared = operation.parameters.map(({ name, type, required }) => ({ name, type, required }));
      expect(declared).toEqual(point.inputs.map(({ name, type, required }) => ({ name, type, required })));
    }
  });

  test('describes objects in place, since nothing beside a $ref counts', () => {
    const definitions = definition.definitions as Record<string, { properties: Record<string, unknown> }>;
    const resourceData = definitions.EmailSummaryRequest?.properties.resourceData;
    expect(resourceData).toMatchObject({ type: 'object', description: expect.stringContaining('email content') });
    expect(JSON.stringify(definition)).not.toMatch(/"\$ref":"[^"]*",/);
  });

  test('gives every operation what certified connectors carry', () => {
    for (const path of Object.values(definition.paths as Record<string, Record<string, Record<string, unknown>>>)) {
      for (const operation of Object.values(path))
        expect(operation['x-ms-visibility']).toMatch(/^(important|internal)$/);
    }
  });
});

test('error codes are unique and have the status of an error', () => {
  expect(new Set(errors.map((error) => error.errorCode)).size).toBe(errors.length);
  for (const { status } of errors) expect(status).toBeGreaterThanOrEqual(400);
});
