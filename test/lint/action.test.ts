/** The action for GitHub: what it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { usage } from '../../src/cli/commands/lint.ts';

const root = join(import.meta.dirname, '../..');

test('action.yml runs files and options that are there, and hands every input on', () => {
  const { inputs, runs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const [{ run, env }] = runs.steps;
  for (const [, file = ''] of run.matchAll(/\$SALESKIT\/([\w./]+)/g))
    expect(existsSync(join(root, file)), file).toBe(true);
  for (const [option] of run.matchAll(/--[a-z]+/g)) expect(usage).toContain(option);
  const handedOn = Object.values(env).join(' ');
  for (const input of Object.keys(inputs)) expect(handedOn).toContain(`inputs.${input} `);
});
