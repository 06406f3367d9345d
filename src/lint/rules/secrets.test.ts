import { expect, test } from 'vitest';
import { allRules, lintPackage, withoutSecrets } from '../lint.ts';
import { samplePackage } from '../sample-package.ts';

const secrets = [`ghp_${'a1B2'.repeat(9)}`, `abc8Q~${'xY1_'.repeat(8)}`, `AccountKey=${'ab+/'.repeat(21)}ab==`];

test('a secret is found, and neither its finding nor the line that is shown holds it', () => {
  for (const secret of secrets) {
    const { findings } = lintPackage(samplePackage({ settings: { note: secret } }), allRules);
    expect(findings.map(({ rule }) => rule)).toContain('secret-committed');
    expect(JSON.stringify(findings)).not.toContain(secret);
    expect(withoutSecrets(`"note": "${secret}",`)).toMatch(/^"note": "\*+",$/);
  }
});

test('a client secret in the sign-in is covered where its line is shown', () => {
  expect(withoutSecrets('  "clientSecret": "hJ7-fabrikam", "scopes": []')).toBe(
    '  "clientSecret": "************", "scopes": []',
  );
});
