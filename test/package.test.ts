/** The package of Contoso Hub as it is checked in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import SwaggerParser from '@apidevtools/swagger-parser';
import { extensionPoints } from 'saleskit/contract';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../contoso-hub/package');
const read = (name: string) => readFileSync(join(folder, name));
const json = (name: string) => JSON.parse(read(name).toString('utf8'));

interface Operation {
  readonly operationId: string;
  readonly description: string;
  readonly parameters: { name: string; description: string }[];
}
const definition = json('apiDefinition.swagger.json');
const operations = Object.values(definition.paths as Record<string, Record<string, Operation>>).flatMap((path) =>
  Object.values(path),
);

test('the definition is valid Swagger 2.0 by a validator of others', async () => {
  await expect(SwaggerParser.validate(structuredClone(definition))).resolves.toBeDefined();
});

test('every operation answers an extension point, a chat skill or the connection test', () => {
  const known = Object.values(extensionPoints).map((point) => point.operationId);
  const others = operations.map(({ operationId }) => operationId).filter((id) => !known.includes(id as never));
  expect(others.sort()).toEqual(['ChatAboutKeyStakeholders', 'TestConnection']);
});

test('the actions describe the operations to the letter', () => {
  for (const action of json('actions.json').actions) {
    const operation = operations.find(({ operationId }) => operationId === action.operationId);
    expect(action.description).toBe(operation?.description);
    for (const { name, description } of operation?.parameters ?? [])
      if (name !== 'body') expect(action.parameters[name]).toBe(description);
  }
});

test('the connection is made by Entra ID with on-behalf-of login', () => {
  const { token } = json('apiProperties.json').properties.connectionParameters;
  expect(token.oAuthSettings).toMatchObject({
    identityProvider: 'aad',
    properties: { IsOnbehalfofLoginSupported: true },
    customParameters: { enableOnbehalfOfLogin: { value: 'true' } },
  });
  expect(Object.keys(definition.securityDefinitions['oauth2-auth'].scopes)).toEqual(token.oAuthSettings.scopes);
});

test('the icon has 230 by 230 opaque pixels on the brand colour', () => {
  const png = read('icon.png');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([230, 230]);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  expect(chunks.has('tRNS')).toBe(false);
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const pixels = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const corner = ((pixels[1] ?? 0) >> 4) * 3;
  expect(`#${palette.subarray(corner, corner + 3).toString('hex')}`).toBe(
    json('apiProperties.json').properties.iconBrandColor,
  );
});
