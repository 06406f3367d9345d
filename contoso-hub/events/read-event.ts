/** Reads what came from outside into an event, or tells what is wrong with it. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { canonicalRecordId } from 'saleskit/connector';
import type { EventFault, EventKind, HubEvent } from './event.ts';
import { eventKinds, id, objectSchema, time } from './event-kinds.ts';

const ajv = new Ajv({ formats: { 'date-time': isDateTime } });
const validators = new Map<EventKind, ValidateFunction<HubEvent>>();

/** The JSON schema of a kind of event. */
export function eventSchema(kind: EventKind) {
  const { properties, optional } = eventKinds[kind];
  return objectSchema({ id, at: time, kind: { const: kind }, ...properties }, optional);
}

/** The event, ids and addresses in one spelling, or what is wrong with it. */
export function readEvent(value: unknown): HubEvent | EventFault {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { pointer: '', problem: 'must be an object' };
  }
  const { kind } = value as { kind?: unknown };
  if (typeof kind !== 'string' || !Object.hasOwn(eventKinds, kind)) {
    return { pointer: '/kind', problem: `must be one of ${Object.keys(eventKinds).join(', ')}` };
  }
  const isEvent = validatorOf(kind as EventKind);
  if (!isEvent(value)) return faultOf(isEvent.errors?.[0] as ErrorObject);
  return misplacedAccount(value) ?? inOneSpelling(value);
}

/** Whether what was read is no event. */
export function isFault(read: HubEvent | EventFault): read is EventFault {
  return 'problem' in read;
}

/** Compiled when first needed: most senders send few kinds. */
function validatorOf(kind: EventKind): ValidateFunction<HubEvent> {
  const validate = validators.get(kind) ?? ajv.compile<HubEvent>(eventSchema(kind));
  validators.set(kind, validate);
  return validate;
}

const dateTime = /^(\d{4}-\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A time of RFC 3339 from 1970 on, on a day that there is. */
function isDateTime(text: string): boolean {
  const [, month, day] = dateTime.exec(text) ?? [];
  if (!month || new Date(`${month}-${day}`).getUTCDate() !== Number(day)) return false;
  return Date.parse(text) >= 0;
}

/** A name that came from outside, as it may stand on a terminal. */
function shown(name: string): string {
  return JSON.stringify(name.slice(0, 100)).replace(/[\u007f-\u009f]/g, '?');
}

const words: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  additionalProperties: ({ additionalProperty }) => `must not have the property ${shown(String(additionalProperty))}`,
  required: ({ missingProperty }) => `must have the property "${missingProperty}"`,
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as string[]).join(', ')}`,
  format: () => 'must be a time such as 2026-11-20T09:00:00Z, from 1970 on',
};

function faultOf({ keyword, instancePath, params, message = 'is not as it should be' }: ErrorObject): EventFault {
  return { pointer: instancePath, problem: words[keyword]?.(params) ?? message };
}

function misplacedAccount(event: HubEvent): EventFault | undefined {
  if (event.kind !== 'subject-changed') return undefined;
  const { kind, id, account } = event.subject;
  if (kind !== 'account' || account === id) return undefined;
  return { pointer: '/subject/account', problem: 'must be the id of the account itself' };
}

/** As questions will be asked: addresses and hosts in lower case, record ids as their CRM has them. */
function inOneSpelling(event: HubEvent): HubEvent {
  switch (event.kind) {
    case 'crm-connected':
      return { ...event, crm: { ...event.crm, host: event.crm.host.toLowerCase() } };
    case 'subject-changed': {
      const records = event.records?.map(({ id, crm }) => ({
        id: canonicalRecordId(id),
        crm: { ...crm, host: crm.host.toLowerCase() },
      }));
      return { ...event, ...(records && { records }) };
    }
    case 'person-changed':
      return { ...event, person: { ...event.person, email: event.person.email.toLowerCase() } };
    case 'acquaintance-changed':
      return {
        ...event,
        acquaintance: { ...event.acquaintance, contact: event.acquaintance.contact.toLowerCase() },
      };
    default:
      return event;
  }
}
