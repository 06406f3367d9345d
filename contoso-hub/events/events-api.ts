/** The route by which the application's own systems send events of a tenant, in batches. */
import { ConnectorError, type Routes } from 'saleskit/connector';
import { apiPrefix } from '../back-end/rest-api.ts';
import type { Store } from '../store/store.ts';
import { type EventFault, EventsRefused, type HubEvent } from './event.ts';
import { tenantId } from './event-kinds.ts';
import { isFault, readEvent } from './read-event.ts';

/** As many as are stored in one go without keeping other calls waiting. */
export const mostEvents = 100;
/** What the token of a system must carry, in its claim `roles`. */
export const eventsRole = 'Events.Write';

const mostFaultsTold = 20;

/** Adds the route. A batch is answered 200 once it is stored, and not before; after a refusal nothing of it is. */
export function eventsApi(store: Pick<Store, 'ingest'>): Routes {
  return (scope) => {
    scope.post<{ Params: { tenant: string } }>(`${apiPrefix}/tenants/:tenant/events`, async (request) => {
      const { tenant } = request.params;
      if (!tenantId.test(tenant)) {
        const details = { parameter: 'tenant' };
        throw new ConnectorError('INVALID_PARAMETER', "The address names no tenant: a tenant's id is needed.", {
          details,
        });
      }
      const events = eventsIn(request.body);
      try {
        const { stored } = await store.ingest(tenant, events);
        return { stored, known: events.length - stored };
      } catch (error) {
        if (!(error instanceof EventsRefused)) throw error;
        throw refusal(faultsByIndex(events, error), error);
      }
    });
  };
}

function eventsIn(body: unknown): HubEvent[] {
  const { events } = (body ?? {}) as { events?: unknown };
  if (!Array.isArray(events)) {
    throw new ConnectorError('MISSING_PARAMETER', 'Body property "events" is required: an array of events.', {
      details: { parameter: 'events' },
    });
  }
  if (events.length > mostEvents) {
    throw new ConnectorError(
      'INVALID_PARAMETER',
      `Body property "events" has ${events.length} events, ${mostEvents} is the most. Send them in several batches.`,
      { details: { parameter: 'events' } },
    );
  }
  const read = events.map(readEvent);
  const faults = read.flatMap((each, index) => (isFault(each) ? [[index, each] as const] : []));
  if (faults.length > 0) throw refusal(faults);
  return read as HubEvent[];
}

function faultsByIndex(events: readonly HubEvent[], { faults }: EventsRefused) {
  return [...faults].map(([id, fault]) => [events.findIndex((event) => event.id === id), fault] as const);
}

/** Nothing of the batch is stored; the details name the faults by the place where they are. */
function refusal(faults: readonly (readonly [index: number, fault: EventFault])[], cause?: Error): ConnectorError {
  const told = faults
    .slice(0, mostFaultsTold)
    .map(([index, { pointer, problem }]) => [`/events/${index}${pointer}`, problem] as const);
  const [[first, problem] = ['/events', 'are not as they should be']] = told;
  const more = faults.length > 1 ? ` So are ${faults.length - 1} more.` : '';
  const words = `Nothing was stored. Refused: ${first} ${problem}.${more}`;
  return new ConnectorError('INVALID_PARAMETER', words, { details: Object.fromEntries(told), cause });
}
