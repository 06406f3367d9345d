/** Packages that cannot be read, or hold something else than a definition. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageFileNames, readPackage } from './connector-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));
let places = 0;
const place = () => {
  const path = join(folder, String(places++));
  mkdirSync(path);
  return path;
};

describe('what cannot be read is a clear error', () => {
  test.each<[string, (place: string) => string, RegExp]>([
    ['a folder without definition', (at) => at, /has no apiDefinition\.swagger\.json/],
    [
      'a project, whose package stands below it',
      (at) => {
        mkdirSync(join(at, 'package'));
        writeFileSync(join(at, 'package/apiDefinition.swagger.json'), '{}');
        return at;
      },
      /has no apiDefinition\.swagger\.json\. Give \S+package, which has\./,
    ],
    ['nothing', (at) => join(at, 'none'), /none is not there\. Give a folder/],
    [
      'a path through a file',
      (at) => {
        writeFileSync(join(at, 'file'), '');
        return join(at, 'file', 'x.json');
      },
      /is not there: a part of its path is a file/,
    ],
    [
      'a folder named like the definition',
      (at) => {
        mkdirSync(join(at, packageFileNames.definition));
        return at;
      },
      /apiDefinition\.swagger\.json is a folder where a file is expected/,
    ],
    [
      'a folder named like actions.json',
      (at) => {
        writeFileSync(join(at, packageFileNames.definition), '{}');
        mkdirSync(join(at, packageFileNames.actions));
        return at;
      },
      /actions\.json is a folder where a file is expected/,
    ],
    [
      'a link that leads to itself',
      (at) => {
        symlinkSync(join(at, 'loop.json'), join(at, 'loop.json'));
        return join(at, 'loop.json');
      },
      /is a link that leads to itself/,
    ],
  ])('%s', async (_case, make, message) => {
    await expect(readPackage(make(place()))).rejects.toMatchObject({
      code: 'PACKAGE_UNREADABLE',
      message: expect.stringMatching(message),
    });
  });
});

describe('a definition', () => {
  test.each([
    ['of OpenAPI 3', '{"openapi": "3.0.1",\n "paths": {}}', 'definition-version', 'error', 1],
    ['without version', '{"paths": {}}', 'definition-version', 'warning', 1],
    ['of another version', '{"info": {},\n "swagger": "1.2", "paths": {}}', 'definition-version', 'warning', 2],
    ['that is something else', '{"name": "x"}', 'definition-paths', 'error', 1],
    ['that breaks off', '{"swagger": "2.0"', 'file-invalid-json', 'error', 1],
  ])('%s is told so', async (_case, text, rule, severity, line) => {
    const file = join(place(), 'definition.json');
    writeFileSync(file, text);
    expect((await readPackage(file)).findings).toMatchObject([{ rule, severity, line, file }]);
  });
});
