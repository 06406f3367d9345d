/** Faults on purpose, so that a partner sees what a seller would see. Declared here; the call engine applies them. */
import { errors } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import { didYouMean } from './nearest-word.ts';

/** What a fault takes as its value. */
export type FaultValue =
  | { readonly kind: 'milliseconds' }
  | { readonly kind: 'errorCode' }
  | { readonly kind: 'switch' }
  /** A name, or true for one that the host chooses. */
  | { readonly kind: 'name' };

/** One fault. */
export interface Fault {
  readonly description: string;
  readonly value: FaultValue;
}

/** Every fault by its name. */
export const faults = {
  addedLatency: {
    description: 'The request leaves so many milliseconds late; the five seconds run meanwhile.',
    value: { kind: 'milliseconds' },
  },
  slowFirstByte: {
    description: 'The request leaves at once, but the first byte of the answer arrives so many milliseconds late.',
    value: { kind: 'milliseconds' },
  },
  errorCode: {
    description: 'The connector answers this error code, with its status and the documented error body.',
    value: { kind: 'errorCode' },
  },
  throttled: {
    description: 'The connector answers 429 REQUEST_THROTTLED with Retry-After, as after 100 calls in 60 seconds.',
    value: { kind: 'switch' },
  },
  expiredToken: {
    description: 'The call carries an expired token, so that the connector answers 401 INVALID_TOKEN_SPECIFIED.',
    value: { kind: 'switch' },
  },
  malformedJson: {
    description: 'The answer breaks off in the middle, so that it is no JSON.',
    value: { kind: 'switch' },
  },
  missingProperty: {
    description: 'This property is taken out of every item; without a name, the first that is required (G7).',
    value: { kind: 'name' },
  },
  connectionReset: {
    description: 'The connection is reset before an answer arrives.',
    value: { kind: 'switch' },
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

interface FaultValues {
  readonly milliseconds: number;
  readonly errorCode: string;
  readonly switch: boolean;
  readonly name: string | boolean;
}

/** The faults of one connector; what is absent or false is off. */
export type Faults = { readonly [Name in FaultName]?: FaultValues[(typeof faults)[Name]['value']['kind']] };

const faultNames = Object.keys(faults) as FaultName[];
const errorCodes = errors.map(({ errorCode }) => errorCode);

/** What a fault's value is chosen from; null where it is none of a few. */
export function choicesOf({ kind }: FaultValue): readonly string[] | null {
  return kind === 'errorCode' ? errorCodes : null;
}

const readers: { readonly [Kind in keyof FaultValues]: (text: string | undefined) => FaultValues[Kind] | undefined } = {
  milliseconds: (text) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined),
  errorCode: (text) => errorCodes.find((code) => code === text?.toUpperCase()),
  switch: (text) => (text === undefined || text === 'true' ? true : text === 'false' ? false : undefined),
  name: (text) => (text === undefined || text === 'true' ? true : text === 'false' ? false : text || undefined),
};

const expectations: Readonly<Record<keyof FaultValues, string>> = {
  milliseconds: 'milliseconds as a whole number, such as 800',
  errorCode: `one of ${errorCodes.join(', ')}`,
  switch: 'no value, true or false',
  name: 'the name of a property, or no value',
};

/**
 * One fault from "name" or "name=value", such as addedLatency=800; names without case and hyphens. Throws a CodedError
 * INVALID_ARGUMENT.
 */
export function parseFault(text: string): Faults {
  const [written = '', ...rest] = text.split('=');
  const value = rest.length > 0 ? rest.join('=').trim() : undefined;
  const name = faultNames.find((each) => each.toLowerCase() === written.trim().toLowerCase().replace(/[-_]/g, ''));
  if (!name) {
    const hint = didYouMean(written.trim(), faultNames);
    throw new CodedError('INVALID_ARGUMENT', `There is no fault "${written.trim()}". ${hint}`);
  }
  const { kind } = faults[name].value;
  const read = readers[kind](value);
  if (read === undefined) {
    const was = value === undefined ? 'nothing' : `"${value}"`;
    throw new CodedError('INVALID_ARGUMENT', `The fault ${name} takes ${expectations[kind]}, not ${was}.`);
  }
  return { [name]: read };
}
