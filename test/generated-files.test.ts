import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles, repair } from '../scripts/generated-files.ts';

const root = join(import.meta.dirname, '..');
const files = [...(await generatedFiles())];

test.each(files)('%s is fresh', (path, content) => {
  const stored = existsSync(join(root, path)) ? readFileSync(join(root, path)) : Buffer.alloc(0);
  const isFresh = Buffer.from(content).equals(stored);
  expect(isFresh, `${path} is stale. Run: ${repair}`).toBe(true);
});
