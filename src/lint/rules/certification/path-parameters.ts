/** Parameters in paths: variables and what declares them. */
import type { OperationPart } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { ParameterPart } from '../../model/parameters.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { inPath, listing, query, withParameters, withPaths } from './fragments.ts';

const quote = (...parameters: object[]) => withPaths(['/quotes/{id}', { get: listing('GetQuote', { parameters }) }]);

export const pathParameterRules: readonly Rule[] = validatorRules([
  {
    id: 'OperationMissingPathParameter',
    severity: 'error',
    title: 'Every variable of a path is declared as a parameter',
    why: 'A variable without a parameter is not filled: the braces are sent as they stand.',
    published: 0,
    good: withPaths(['/quotes/{id}', { parameters: [inPath('id')], get: listing('GetQuote') }]),
    bad: quote(inPath('number')),
    check: ({ operations }) =>
      operations.flatMap((operation): Problem[] => {
        const declared = new Set(pathParametersOf(operation).map(({ value }) => String(value.name).toLowerCase()));
        return variablesOf(operation.path)
          .filter((name) => !declared.has(name.toLowerCase()))
          .map((name) => ({
            message: `${operation.operationId ?? operation.path} does not declare {${name}} of its path. Add a required parameter ${name} in “path”, to the letter.`,
            pointer: operation.pointer,
          }));
      }),
  },
  {
    id: 'PathParameterNotDefinedInTemplate',
    severity: 'error',
    title: 'Every parameter in “path” is a variable of the path',
    why: 'Its value goes nowhere. Capitals count.',
    published: 0,
    good: quote(inPath('id')),
    bad: quote(inPath('Id')),
    check: undefinedInTemplate,
  },
  {
    id: 'PathParameterMustBeRequired',
    severity: 'error',
    title: 'Parameters in paths are required',
    why: 'A path without its value is another path.',
    published: 0,
    good: quote(inPath('id')),
    bad: quote(inPath('id', { required: false })),
    check: ({ parameters }) =>
      inPaths(parameters)
        .filter(({ value }) => value.required !== true)
        .map(({ value, pointer }) => ({
          message: `The parameter ${String(value.name)} is in the path and not required. Set "required": true.`,
          pointer,
          fix: { pointer: `${pointer}/required`, value: true },
        })),
  },
  {
    id: 'PathParameterMissingEncoding',
    severity: 'warning',
    title: 'Parameters in paths say how they are encoded',
    why: 'Without x-ms-url-encoding a value with a slash, a space or a percent sign makes another path.',
    published: 153,
    good: quote(inPath('id', { 'x-ms-url-encoding': 'double' })),
    bad: quote(query({ name: 'id', in: 'path', required: true })),
    check: ({ parameters }) => inPaths(parameters).flatMap(encodingOf),
  },
  {
    id: 'QueryParameterEncodingNotSupported',
    severity: 'warning',
    title: 'Only parameters in paths say how they are encoded',
    why: 'Values of a query are encoded once, always; the mark has no effect elsewhere.',
    published: 23,
    good: withParameters(query()),
    bad: withParameters(query({ 'x-ms-url-encoding': 'single' })),
    check: ({ parameters }) =>
      parameters
        .filter(({ value }) => value.in !== 'path' && value['x-ms-url-encoding'] !== undefined)
        .map(({ value, pointer }) => ({
          message: `The parameter ${String(value.name)} is in “${String(value.in)}”, where x-ms-url-encoding has no effect. Remove it.`,
          pointer: `${pointer}/x-ms-url-encoding`,
          fix: { pointer: `${pointer}/x-ms-url-encoding`, value: undefined },
        })),
  },
]);

/** The names between braces, once each. */
function variablesOf(path: string): string[] {
  return [...new Set([...path.matchAll(/\{([^{}/=]+)\}/g)].map(([, name = '']) => name))];
}

function inPaths(parameters: readonly ParameterPart[]): ParameterPart[] {
  return parameters.filter(({ value }) => value.in === 'path');
}

function pathParametersOf({ parameters }: OperationPart): ParameterPart[] {
  return inPaths(parameters);
}

function undefinedInTemplate({ operations }: PackageModel): Problem[] {
  const problems = new Map<string, Problem>();
  for (const operation of operations) {
    const variables = variablesOf(operation.path);
    for (const { value, referredFrom } of pathParametersOf(operation)) {
      const name = String(value.name);
      if (variables.includes(name)) continue;
      const nearly = variables.find((each) => each.toLowerCase() === name.toLowerCase());
      const advice = nearly
        ? `there is {${nearly}}: write the name as it stands there`
        : `add {${name}} to the path, or say where else it goes`;
      problems.set(referredFrom, {
        message: `The parameter ${name} is no variable of ${operation.path}; ${advice}.`,
        pointer: referredFrom,
      });
    }
  }
  return [...problems.values()];
}

function encodingOf({ value, pointer }: ParameterPart): Problem[] {
  const encoding = value['x-ms-url-encoding'];
  if (encoding === 'single' || encoding === 'double') return [];
  const place = `${pointer}/x-ms-url-encoding`;
  if (encoding === undefined)
    return [
      {
        message: `The parameter ${String(value.name)} is in the path and does not say how it is encoded. Add "x-ms-url-encoding": "single".`,
        pointer,
        fix: { pointer: place, value: 'single' },
      },
    ];
  return [{ message: `x-ms-url-encoding is “${String(encoding)}”. Write single or double.`, pointer: place }];
}
