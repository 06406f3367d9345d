import { expect, test } from 'vitest';
import { lintPackage } from '../../lint/lint.ts';
import { packageOfFiles } from '../../package/connector-package.ts';
import { authenticationKinds, offeredPoints, type Plan } from '../plan.ts';
import { packageOnly } from './package-only.ts';

const plan: Plan = {
  name: 'Fabrikam Quotes',
  publisher: 'Fabrikam',
  points: offeredPoints.map(({ point }) => point.id),
  chatSkills: ['Chat about quotes'],
  data: 'http',
  authentication: 'entra',
  languages: ['en'],
  today: new Date(),
};

function linted(files: ReadonlyMap<string, string | Uint8Array>) {
  const bytes = [...files].map(([name, content]): [string, Uint8Array] => [name, Buffer.from(content)]);
  return lintPackage(packageOfFiles('package', new Map(bytes), { isWhole: true }));
}

test.each(Object.keys(authenticationKinds) as Plan['authentication'][])(
  'a package whose sellers sign in by %s has no error, and all of its extension points would be invoked',
  (authentication) => {
    const { findings, actions } = linted(packageOnly({ ...plan, authentication }));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const invocable = actions.flatMap((action) => (action.invocable ? (action.extensionPoint ?? []) : []));
    expect(invocable).toEqual(expect.arrayContaining([...plan.points]));
  },
);

test('nothing of the template’s application is in it', () => {
  const texts = [...packageOnly(plan).values()].filter((content) => typeof content === 'string');
  expect(texts.join('\n')).not.toMatch(/agreement/i);
});

test('it has each of the files that the Power Platform takes', () => {
  const names = [
    'apiDefinition.swagger.json',
    'apiProperties.json',
    'actions.json',
    'settings.json',
    'icon.png',
    'readme.md',
  ];
  expect([...packageOnly(plan).keys()]).toEqual(names);
});
