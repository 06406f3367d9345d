import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type ExtensionPoint, errorSchema, type JsonSchema, outputSchema } from 'saleskit/contract';

const ajv = new Ajv.default({ allErrors: true, strict: false });
addFormats.default(ajv);

export const compile = (schema: JsonSchema): ValidateFunction => ajv.compile(schema);

const isErrorBody = compile(errorSchema());

/** Why this is no documented error body; empty where it is one. */
export function errorBodyProblems(body: unknown): unknown[] {
  return isErrorBody(body) ? [] : (isErrorBody.errors ?? []);
}

/** A function that tells why an answer is not what the point's documentation says. */
export function answerProblems(point: ExtensionPoint): (answer: unknown) => unknown[] {
  const isAnswer = compile(outputSchema(point));
  return (answer) => (isAnswer(answer) ? [] : (isAnswer.errors ?? []));
}
