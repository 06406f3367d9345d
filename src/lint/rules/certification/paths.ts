/** Paths as such, and paths that cannot be told from one another. */

import type { PackageModel } from '../../model/package-model.ts';
import { pathItems } from '../../model/path-items.ts';
import type { Problem, Rule } from '../../rule.ts';
import { type Declared, furtherRules, validatorRules } from './declared-rules.ts';
import { listing, withPaths } from './fragments.ts';

const item = { get: listing('ListQuotes') };

/** A rule about the text of a path: what is wrong with it, or undefined. */
function textRule(
  rule: Omit<Declared, 'check' | 'good' | 'bad'>,
  good: string,
  bad: string,
  fault: (path: string) => string | undefined,
): Declared {
  const check = (model: PackageModel): Problem[] =>
    pathItems(model).flatMap(({ path, pointer }) => {
      const message = fault(path);
      return message === undefined ? [] : [{ message: `The path ${path} ${message}`, pointer }];
    });
  return { ...rule, good: withPaths([good, item]), bad: withPaths([bad, item]), check };
}

export const pathRules: readonly Rule[] = [
  ...validatorRules([
    textRule(
      {
        id: 'OperationPathMustStartWithSlash',
        severity: 'error',
        title: 'Paths begin with a slash',
        why: 'A path is put behind host and base path as it is; without the slash the address is wrong.',
        published: 0,
      },
      '/quotes',
      'quotes',
      (path) => (path.startsWith('/') ? undefined : `does not begin with a slash. Write /${path}.`),
    ),
    textRule(
      {
        id: 'OperationPathMayNotContainQueryOrFragment',
        severity: 'error',
        title: 'Paths have neither query nor fragment',
        why: 'Values of a query are parameters; a ? or # that belongs to the path is percent-encoded.',
        published: 0,
      },
      '/quotes/%3F',
      '/quotes?open=true',
      (path) =>
        /[?#]/.test(path)
          ? 'has a query or a fragment. Declare parameters in “query”, or write %3F and %23 for the characters.'
          : undefined,
    ),
    textRule(
      {
        id: 'OperationPathContainsUnsupportedCharacters',
        severity: 'error',
        title: 'Paths have no wildcard',
        why: 'The platform knows no wildcards: an asterisk is refused.',
        published: 0,
      },
      '/quotes/all',
      '/quotes/*',
      (path) => (path.includes('*') ? 'has the wildcard *. Write a variable such as {id} in its place.' : undefined),
    ),
    textRule(
      {
        id: 'OperationPathVariablesContainDefaults',
        severity: 'error',
        title: 'Variables of paths have no default inside the braces',
        why: 'A default belongs to the parameter; inside the braces it becomes part of its name.',
        published: 0,
      },
      '/quotes(id={id})',
      '/quotes/{id=1}',
      (path) =>
        /\{[^{}]*=/.test(path.slice(0, 4000))
          ? 'gives a variable a default. Move it to “default” of the parameter.'
          : undefined,
    ),
    textRule(
      {
        id: 'OperationPathTemplateNotValid',
        severity: 'error',
        title: 'Braces in paths enclose variables within one segment',
        why: 'What is no variable cannot be filled. Braces that belong to the path are percent-encoded.',
        published: 0,
      },
      '/quotes/q_{id}',
      '/quotes/{id',
      (path) =>
        isTemplate(path)
          ? undefined
          : 'has braces that enclose no variable within one segment. Close each {, and write %7B and %7D for braces that belong to the path.',
    ),
  ]),
  ...furtherRules('Survey of the connectors that Microsoft publishes, October 2024', [
    textRule(
      {
        id: 'path-trailing-slash',
        severity: 'info',
        title: 'Paths do not end with a slash',
        why: 'Some servers answer it with a redirect, others with 404.',
        published: 104,
      },
      '/quotes',
      '/quotes/',
      (path) => (/[^/]\/$/.test(path) ? 'ends with a slash. Drop it if your API answers without.' : undefined),
    ),
    textRule(
      {
        id: 'path-empty-segment',
        severity: 'info',
        title: 'Paths have no empty segment',
        why: 'Gateways join double slashes or keep them; the address that arrives differs.',
        published: 3,
      },
      '/quotes/open',
      '/quotes//open',
      (path) => (path.includes('//') ? 'has an empty segment. Write one slash.' : undefined),
    ),
    textRule(
      {
        id: 'path-space',
        severity: 'info',
        title: 'Paths have no white space',
        why: 'White space has to be encoded in an address, and names of variables with it are easily mistyped.',
        published: 15,
      },
      '/quotes/openQuotes',
      '/quotes/open quotes',
      (path) =>
        /\{[^{}\s]*\s/.test(path)
          ? 'has white space in the name of a variable. Take it out there, and in the parameter’s name.'
          : /\s/.test(path)
            ? 'has white space. Take it out, or write %20.'
            : undefined,
    ),
  ]),
];

/** Braces are balanced, not nested, not empty, and within one segment. */
function isTemplate(path: string): boolean {
  return path.split('/').every((segment) => !/[{}]/.test(segment.replace(/\{[^{}]+\}/g, '')));
}
