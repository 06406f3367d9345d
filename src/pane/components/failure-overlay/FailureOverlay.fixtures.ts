import type { Failure } from '../../../host/api/api-types.ts';

/** A program that ended with a syntax error. */
export const brokenHandler: Failure = {
  kind: 'program',
  about: 'node src/main.ts',
  message: 'SyntaxError: Expression expected',
  file: '/home/kim/quotes/src/handler.ts',
  line: 2,
  column: 19,
  excerpt: [
    { line: 1, text: 'export const insight = () => ({' },
    { line: 2, text: '  title: number = ;' },
    { line: 3, text: '});' },
  ],
};

/** A handler that throws. */
export const failedCall: Failure = {
  kind: 'call',
  about: 'scp-get-related-records',
  message: 'TypeError: agreements.map is not a function',
  file: '/home/kim/quotes/src/actions/record-details.ts',
  line: 11,
  column: 23,
  excerpt: [],
};

/** A package whose definition breaks off; of its place nothing but the file is known. */
export const brokenPackage: Failure = {
  kind: 'package',
  about: '/home/kim/quotes/package',
  message: 'A value is missing.',
  file: '/home/kim/quotes/package/apiDefinition.swagger.json',
  excerpt: [],
};
