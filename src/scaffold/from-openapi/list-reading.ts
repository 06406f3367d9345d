/** How the list of an operation is read, so that pages, times and records come out as Copilot for Sales asks for them. */
import type { ExtensionPoint } from '../../contract/contract.ts';
import type { OwnOperation, OwnParameter } from './own-api.ts';
import type { InputFeed } from './proposal.ts';
import type { Source } from './sales-words.ts';

export interface ListReading {
  /** The API passes over items by itself; else the connector cuts the page out of what it has read from the beginning. */
  readonly isPagedByApi: boolean;
  /** The connector leaves out what lies outside the time asked for. */
  readonly filtersTime: boolean;
  /** The API leaves it out already, wholly or nearly: an empty list may be due to that. */
  readonly sendsTime: boolean;
  /** An empty list says that the record is not known: the API answers it for a record that it does not have. */
  readonly tellsUnknown: boolean;
  /** The records that a mail is related to are asked about, as the question names no one. */
  readonly asksRelated: boolean;
  /** The types of records whose ids the API takes; empty where it takes any. */
  readonly recordTypes: readonly string[];
  /** As many items as the API answers at most, where it says so. */
  readonly most: number | undefined;
}

/** From what of the question reaches the API. */
export function listReading(point: ExtensionPoint, inputs: readonly InputFeed[]): ListReading {
  const feedOf = (wanted: Source) => inputs.find(({ source }) => source === wanted)?.parameter;
  const ids = inputs.filter(({ source }) => source === 'recordId');
  const times = [feedOf('startDateTime'), feedOf('endDateTime')];
  const asksTime = takes(point, 'startDateTime');
  const filtersTime = asksTime && !times.every(isMoment);
  return {
    isPagedByApi: !filtersTime && feedOf('skip') !== undefined && feedOf('top') !== undefined,
    filtersTime,
    sendsTime: asksTime && times.some(Boolean),
    tellsUnknown: isRecordRequired(point) && ids.length > 0 && ids.every(({ parameter }) => parameter.in !== 'path'),
    asksRelated: ids.length > 0 && !takes(point, 'recordId'),
    recordTypes: isRecordRequired(point) ? ids.flatMap(({ recordType }) => recordType ?? []) : [],
    most: feedOf('top')?.most,
  };
}

/** What of the list cannot be had, in sentences. */
export function missingInList(reading: ListReading, inputs: readonly InputFeed[], operation: OwnOperation): string[] {
  const size = inputs.find(({ source }) => source === 'top')?.parameter.name;
  const isSkipped = inputs.some(({ source }) => source === 'skip');
  const page = operation.parameters.find(({ name }) => leadsOn.test(name));
  const { isPagedByApi, filtersTime, recordTypes, most } = reading;
  const isBegun = !isPagedByApi && !isSkipped && page !== undefined;
  return [
    filtersTime && (size !== undefined || page)
      ? `The API is not asked for the exact time: the connector leaves out the rest, of the first ${size === undefined ? 'page' : firstRead(most)} alone.`
      : '',
    !filtersTime && isBegun && size === undefined ? `Only the first page is read: ${page.name} leads to the next.` : '',
    !filtersTime && isBegun && size !== undefined && most !== undefined
      ? `Only the first ${most} are read: ${size} takes no more, and ${page.name} leads to the next.`
      : '',
    recordTypes.length > 0
      ? `Records of other types than ${recordTypes.join(' and ')} are told as not known: no parameter takes their ids.`
      : '',
  ].filter(Boolean);
}

/** What is read at most where the connector itself has to leave something out. */
export function firstRead(most: number | undefined): number {
  return most ?? usualMost;
}

const usualMost = 100;
const leadsOn = /^page$|page.?(?:number|index|no|token)|cursor|(?:next|continuation).?token/i;

/** Whether a point's question has this input. */
export function takes({ inputs }: ExtensionPoint, input: string): boolean {
  return inputs.some(({ name }) => name === input);
}

function isRecordRequired({ inputs }: ExtensionPoint): boolean {
  return inputs.some(({ name, required }) => name === 'recordId' && required);
}

/** A day alone is none. */
function isMoment(parameter: OwnParameter | undefined): boolean {
  return parameter !== undefined && parameter.format !== 'date' && !isNumber(parameter);
}

export function isNumber({ type }: OwnParameter): boolean {
  return type === 'integer' || type === 'number';
}
