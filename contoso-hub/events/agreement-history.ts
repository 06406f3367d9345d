/** What an agreement has become after an event, in whatever order events arrive. */
import type { Agreement, AgreementStatus, AgreementTimes } from '../facts.ts';
import { type EventOf, timeOf } from './event.ts';

export type AgreementEvent = EventOf<
  'agreement-sent' | 'agreement-viewed' | 'agreement-signed' | 'agreement-declined' | 'agreement-changed'
>;

const moments = {
  'agreement-sent': 'sent',
  'agreement-viewed': 'viewed',
  'agreement-signed': 'signed',
  'agreement-declined': 'declined',
  'agreement-changed': 'described',
} as const;
const noCurrency = 'XXX';

/** Whether the event is about an agreement. */
export function isAboutAgreement(event: { readonly kind: string }): event is AgreementEvent {
  return Object.hasOwn(moments, event.kind);
}

/** The agreement after this event; `known` is absent where nothing was told of it before. */
export function agreementAfter(known: Agreement | undefined, event: AgreementEvent): Agreement {
  const before = known && timesOf(known);
  const moment = moments[event.kind];
  const times = { ...before, [moment]: Math.max(before?.[moment] ?? 0, timeOf(event)) };
  const status = statusAt(times);
  const at = Math.max(changedAt(status, times), times.described ?? 0);
  return {
    id: event.agreement.id,
    ...descriptionAfter(known, before, event),
    status,
    at,
    sentAt: times.sent ?? at,
    views: (known?.views ?? 0) + (event.kind === 'agreement-viewed' ? 1 : 0),
    times,
  };
}

/** The last of sent, signed and declined counts; what was opened since it was sent is viewed. */
function statusAt({ sent = -1, viewed = -1, signed = -1, declined = -1 }: AgreementTimes): AgreementStatus {
  const last = Math.max(sent, signed, declined);
  if (last === signed && signed >= 0) return 'signed';
  if (last === declined && declined >= 0) return 'declined';
  if (viewed >= last && viewed >= 0) return 'viewed';
  return sent >= 0 ? 'sent' : 'draft';
}

function changedAt(status: AgreementStatus, times: AgreementTimes): number {
  return (status === 'draft' ? undefined : times[status]) ?? 0;
}

/** What is loaded tells its status and the last change only. */
function timesOf({ times, status, at, sentAt }: Agreement): AgreementTimes {
  if (times) return times;
  return status === 'draft' ? { described: at } : { described: at, sent: sentAt, [status]: at };
}

type Description = Pick<Agreement, 'name' | 'signers' | 'value' | 'currency'>;

/** Until an agreement is described, it is called as the last event calls it, and signed by whom events name. */
function descriptionAfter(
  known: Agreement | undefined,
  before: AgreementTimes | undefined,
  event: AgreementEvent,
): Description {
  const at = timeOf(event);
  if (event.kind === 'agreement-changed') {
    if (known && at < (before?.described ?? 0)) return descriptionOf(known);
    return descriptionOf(event.agreement);
  }
  if (known && before?.described !== undefined) return descriptionOf(known);
  const isNewest = Object.values(before ?? {}).every((time) => (time ?? 0) <= at);
  return {
    name: known && !isNewest ? known.name : event.agreement.name,
    signers: [...new Set([...(known?.signers ?? []), ...signersIn(event)])].sort(),
    value: 0,
    currency: noCurrency,
  };
}

function descriptionOf({ name, signers, value, currency }: Description): Description {
  return { name, signers, value, currency };
}

function signersIn(event: AgreementEvent): readonly string[] {
  if (event.kind === 'agreement-sent') return event.to;
  return event.kind === 'agreement-signed' ? event.by : [];
}
