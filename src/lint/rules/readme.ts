/** The readme of a package. */
import { hasName, packageFileNames } from '../../package/connector-package.ts';
import type { Rule } from '../rule.ts';
import { headingsOf } from './submissions.ts';

const template = 'Template of the readme (microsoft/PowerPlatformConnectors, templates); policy 5000.1.1.2';

const sections: readonly (readonly [name: string, heading: RegExp])[] = [
  ['Publisher', /publisher/i],
  ['Prerequisites', /prerequisite|pre-requisite/i],
  ['Supported Operations', /supported operations|operations|actions/i],
  ['Obtaining Credentials', /credential|authenti/i],
  ['Known Issues and Limitations', /known issue|limitation/i],
  ['Deployment Instructions', /deploy/i],
];

export const readmeRules: readonly Rule[] = [
  {
    id: 'readme-missing',
    group: 'package',
    severity: 'warning',
    title: 'The package has a readme',
    why: 'Certification asks for it: it becomes the page of the connector. 9 of 1,030 published packages have none.',
    source: template,
    good: {},
    bad: { readme: null },
    check: ({ connector: { names, readme, isFromSolution } }) =>
      names &&
      !readme &&
      !isFromSolution &&
      ![packageFileNames.intro, packageFileNames.readme].some((name) => hasName(names, name))
        ? [{ message: `There is no readme.md. Add one with the sections ${sectionNames(sections)}.`, pointer: '' }]
        : [],
  },
  {
    id: 'readme-sections',
    group: 'package',
    severity: 'info',
    title: 'The readme has the sections of the template',
    why: 'Reviewers look for them; about a third of the published readmes lack one.',
    source: template,
    good: {},
    bad: { readme: '# Fabrikam Quotes\n\n## Publisher: Fabrikam\n' },
    check: ({ connector: { readme } }) => {
      if (!readme) return [];
      const headings = headingsOf(readme.text);
      const missing = sections.filter(([, heading]) => !headings.some((each) => heading.test(each)));
      return missing.length > 0
        ? [{ message: `Sections are missing: ${sectionNames(missing)}.`, pointer: '', role: 'readme' }]
        : [];
    },
  },
];

function sectionNames(some: typeof sections): string {
  return some.map(([name]) => name).join(', ');
}
