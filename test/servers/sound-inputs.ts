/** Inputs of a request, looked at before they are used. */

/** Why a request is not answered; becomes the documented error body. */
export class Refusal extends Error {
  readonly status: number;
  readonly errorCode: string;

  constructor(status: number, errorCode: string, message: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }
}

export type Inputs = Readonly<Record<string, unknown>>;

export const refused = (message: string) => new Refusal(400, 'INVALID_INPUT', message);

/** The JSON object of a body. */
export function inputsOfBody(body: string): Inputs {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw refused('The body is no JSON.');
  }
  return object(value) ?? refuse('The body is no object.');
}

/** A text, undefined where it is absent or empty. */
export function text(inputs: Inputs, name: string): string | undefined {
  const value = inputs[name] ?? '';
  return typeof value === 'string' ? value || undefined : refuse(`${name} is no text.`);
}

export function requiredText(inputs: Inputs, name: string): string {
  return text(inputs, name) ?? refuse(`${name} is missing.`);
}

/** A whole number from 0. */
export function count(inputs: Inputs, name: string, usual: number): number {
  const value = inputs[name] ?? '';
  if (value === '') return usual;
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < 2 ** 31
    ? number
    : refuse(`${name} is no whole number from 0.`);
}

/** Milliseconds since 1970. */
export function time(inputs: Inputs, name: string, usual: number): number {
  const given = text(inputs, name);
  if (given === undefined) return usual;
  const at = /^\d{4}-\d\d-\d\dT/.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? refuse(`${name} is no date and time.`) : at;
}

/** An object, undefined where the value is something else. */
export function object(value: unknown): Inputs | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Inputs) : undefined;
}

const crms = ['dynamics365', 'salesforce'];
const orgs = ['contoso.crm.dynamics.com', 'contoso.my.salesforce.com'];

/** The spellings of the CRM and its organization differ from page to page. */
export function checkCrm(inputs: Inputs): void {
  const type = text(inputs, 'crmType')?.toLowerCase().replaceAll(' ', '');
  const org = text(inputs, 'crmOrgUrl');
  const host = org && (URL.parse(org) ?? URL.parse(`https://${org}`))?.host;
  if ((type && !crms.includes(type)) || (org && !orgs.includes(host ?? '')))
    throw new Refusal(400, 'INVALID_CRM_CONNECTION', 'Fabrikam Service is not connected to this CRM.');
}

function refuse(message: string): never {
  throw refused(message);
}
