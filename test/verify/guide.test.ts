/** The guide of verify tells of what there is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { hubResource } from '../../src/cli/local-identity.ts';
import { readPorts } from '../../src/cli/ports.ts';
import { verdictWords } from '../../src/verify/report/words.ts';
import { statuses } from '../../src/verify/verify.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/verifying-a-running-connector.md'), 'utf8');

test('every status and every verdict of a report stands in it', () => {
  for (const words of [...statuses.map((status) => `| \`${status}\` |`), ...Object.values(verdictWords)])
    expect(guide).toContain(words);
});

test('its workflow is YAML, and calls verify', () => {
  const [, workflow = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const { jobs } = parse(workflow) as { jobs: { verify: { steps: { run?: string }[] } } };
  const commands = jobs.verify.steps.map(({ run }) => run).join('\n');
  expect(commands).toContain('npx saleskit verify package');
  // Without tokens what is about them could not run.
  expect(commands.includes('--strict')).toBe(commands.includes('--auth'));
});

test('where tokens of --auth local come from stands in it', () => {
  expect(guide).toContain(`http://127.0.0.1:${readPorts({})['identity-port']}/.well-known/openid-configuration`);
  expect(guide).toContain(`for ${hubResource.audience}.`);
});
