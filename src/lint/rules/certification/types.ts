/** Types, formats and defaults; files and binary values. */
import { followed } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { schemasWith, typedPartsWith } from '../../model/parts-with.ts';
import type { TypedPart } from '../../model/typed-parts.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { query, withBody, withParameters, withPost, withResponse, withSchema } from './fragments.ts';
import { isOfType, kindOf, writtenAs } from './value-types.ts';

/** Formats of each type: those of Microsoft's schema, those that its clients read, those that published connectors live with. */
const formats: Readonly<Record<string, readonly string[]>> = {
  string: [
    ...['byte', 'binary', 'date', 'date-time', 'date-no-tz', 'time', 'duration', 'password', 'email', 'uri', 'url'],
    ...['uuid', 'guid', 'html', 'hostname', 'ipv4', 'ipv6', 'enum', 'decimal', 'uri-reference', 'base64', 'char'],
  ],
  number: ['float', 'double', 'decimal', 'currency', 'integer', 'byte', 'number', 'int32', 'int64'],
  integer: ['int32', 'int64', 'uint64', 'int16', 'byte', 'integer', 'unixtime', 'enum'],
  file: ['binary'],
};

const nested = (format?: string) => ({ type: 'object', properties: { image: { type: 'string', format } } });

export const typeRules: readonly Rule[] = validatorRules([
  {
    id: 'UnrecognizedTypeFormat',
    severity: 'warning',
    title: 'Formats are known ones',
    why: 'What is not known is shown and checked as plain text. Microsoft’s list is not published; checked are its schema’s formats, those of its clients, and what goes with them.',
    isAssumed: true,
    published: 38,
    good: withSchema({ type: 'string', format: 'guid' }),
    bad: withSchema({ type: 'string', format: 'datetime' }),
    check: (model) => typedPartsWith(model, 'format').flatMap(unrecognized),
  },
  {
    id: 'DefaultValueMustMatchType',
    severity: 'warning',
    title: 'Defaults have the type of their schema',
    why: 'The default is sent as it is written: "true" is a text, true is a boolean.',
    published: 28,
    good: withParameters(query({ type: 'integer', default: 10 })),
    bad: withParameters(query({ type: 'integer', default: '10' })),
    check: (model) =>
      typedPartsWith(model, 'default').flatMap(({ value, pointer }): Problem[] => {
        const { type, default: given } = value;
        if (typeof type !== 'string' || isOfType(given, type)) return [];
        if (given === null && value['x-nullable'] === true) return [];
        const place = `${pointer}/default`;
        const mended = writtenAs(given, type);
        const advice = mended === undefined ? `Write it as ${type}.` : `Write ${JSON.stringify(mended)}.`;
        const message = `The default ${JSON.stringify(given).slice(0, 100)} is of type ${kindOf(given)}, the type is ${type}. ${advice}`;
        return [{ message, pointer: place, ...(mended !== undefined && { fix: { pointer: place, value: mended } }) }];
      }),
  },
  {
    id: 'InvalidStringBinaryProperty',
    severity: 'warning',
    title: 'Binary values are whole bodies or form data',
    why: 'JSON has no binary values: inside an object they arrive as broken text. What is base64 has the format byte.',
    published: 18,
    good: withBody({ type: 'string', format: 'binary' }),
    bad: withBody(nested('binary')),
    check: (model) =>
      [
        ...schemasWith(model, 'format').filter(
          ({ role }) => role === 'property' || role === 'items' || role === 'additionalProperties',
        ),
        ...model.parameters.filter(({ value }) => value.in !== 'formData' && value.in !== 'body'),
      ]
        .filter(({ value }) => value.type === 'string' && value.format === 'binary')
        .map(({ pointer }) => ({
          message:
            'A string of format binary stands inside of something else. Use the format byte for base64, or make it form data.',
          pointer: `${pointer}/format`,
        })),
  },
  {
    id: 'SchemaTypeFileNotValid',
    severity: 'error',
    title: 'Files are form data or whole answers',
    why: 'A file cannot stand inside of JSON, nor be a body with a schema.',
    published: 0,
    good: withResponse({ schema: { type: 'file' } }),
    bad: withPost({ parameters: [{ name: 'body', in: 'body', schema: { type: 'file' } }] }),
    check: fileSchemas,
  },
]);

function unrecognized({ value, pointer }: TypedPart): Problem[] {
  const { type, format } = value;
  if (typeof format !== 'string' || typeof type !== 'string') return [];
  const known = Object.hasOwn(formats, type) ? (formats[type] ?? []) : [];
  if (known.includes(format)) return [];
  const wanted = known.length > 0 ? `Write ${known.slice(0, 7).join(', ')} or the like, or none.` : 'Remove it.';
  return [
    {
      message: `${format === '' ? 'The format is empty' : `The format ${format.slice(0, 100)} is not known for ${type}`}. ${wanted}`,
      pointer: `${pointer}/format`,
    },
  ];
}

/** Schemas of type file that are neither the whole of an answer nor what a whole answer refers to. */
function fileSchemas({ root, schemas }: PackageModel): Problem[] {
  const files = schemas.filter(({ value }) => value.type === 'file');
  if (files.length === 0) return [];
  const answers = new Set(
    schemas.flatMap(({ role, value, pointer }) =>
      role === 'response' ? [pointer, followed(root, value, pointer)?.pointer ?? pointer] : [],
    ),
  );
  return files
    .filter(({ pointer }) => !answers.has(pointer))
    .map(({ pointer }) => ({
      message:
        'A schema of type file stands where no file can be. Send files as form data; answer them as the whole response.',
      pointer: `${pointer}/type`,
    }));
}
