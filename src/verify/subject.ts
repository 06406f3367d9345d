/** What checks are about: one action of the running connector, or the connector as a whole. */
import type { ExtensionPoint } from '../contract/contract.ts';
import type { DiscoveredAction, Discovery } from '../discovery/discovery.ts';
import { checkShown, type Item } from '../host/host.ts';
import type { Asker, Call, LastHeard } from './asking/asker.ts';
import type { Credentials } from './asking/credentials.ts';
import type { Exchange } from './asking/exchange.ts';
import type { Rate } from './asking/rate.ts';
import { requestIdOf } from './asking/request-id.ts';
import { type Openable, type Situated, situationsOf, subjectName } from './situations.ts';

/** What a run was told, as far as checks ask for it. */
export interface CheckOptions {
  /** The actions to examine. */
  readonly actions: readonly DiscoveredAction[];
  /** At least one; the first is the seller's. */
  readonly languages: readonly string[];
  readonly credentials: Credentials;
  readonly openable: Openable;
  /** The records were named by the user, so the connector must know them. */
  readonly isRecordGiven: boolean;
  /** A record that the connector does not know. */
  readonly unknown: { readonly type: string; readonly id: string };
  readonly requests: number;
  readonly seed: number;
  readonly concurrency: number;
  /** Calls are sent no faster. */
  readonly rate: Rate | undefined;
  readonly followsLinks: boolean;
  /** A server that the connector's back-end calls come to. */
  readonly backEnd: BackEndRecorder | undefined;
  readonly url: string;
}

/** What a back end was sent. */
export interface BackEndRecorder {
  readonly address: string;
  readonly received: readonly {
    readonly url: string;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  }[];
  close(): Promise<void>;
}

/** A call that the survey made. */
export interface Surveyed extends Situated {
  readonly exchange: Exchange;
  readonly items: readonly Item[];
}

/** A call as a check wants it; what it leaves out is the host's usual. */
export type Asking = Partial<Omit<Call, 'requestId'>> & {
  /** Over the usual values; undefined leaves one out. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Makes the request's id its own; by default the number of the request. */
  readonly requestId?: string;
};

export interface ConnectorSubject {
  readonly discovery: Discovery;
  readonly subjects: readonly Subject[];
  readonly options: CheckOptions;
  /** What was heard of the connector before it went away, if it did. */
  lost(): LastHeard | undefined;
}

/** One action under examination. */
export interface Subject {
  readonly action: DiscoveredAction;
  /** Undefined for a chat skill. */
  readonly point: ExtensionPoint | undefined;
  /** The extension point's id, or the chat skill's operation id. */
  readonly name: string;
  readonly discovery: Discovery;
  readonly options: CheckOptions;
  /** The survey's calls, in their order. */
  readonly surveyed: readonly Surveyed[];
  /** Why the survey broke off; undefined where it did not. */
  readonly unasked: string | undefined;
  /** The values that brought most items. */
  readonly values: Readonly<Record<string, unknown>>;
  ask(asking?: Asking): Promise<Exchange>;
  /** Usual calls after the survey that were not answered in time, whoever made them. */
  readonly timedOut: readonly Exchange[];
  /** What a seller would be shown of an answer. */
  itemsOf(exchange: Exchange): readonly Item[];
}

/** A subject before its survey: it knows its situations only. */
export interface Unsurveyed extends Subject {
  readonly situations: readonly Situated[];
}

export async function subjectOf(
  action: DiscoveredAction,
  discovery: Discovery,
  options: CheckOptions,
): Promise<Omit<Unsurveyed, 'ask' | 'surveyed' | 'unasked' | 'values'>> {
  return {
    action,
    point: action.point as ExtensionPoint | undefined,
    name: subjectName(action),
    discovery,
    options,
    timedOut: [],
    situations: await situationsOf(action, options.openable),
    itemsOf: (exchange) => (exchange.isAnswered ? checkShown(action, exchange.json).items : []),
  };
}

/** Its `ask` for one check: request ids are of the check, so that a run with the same seed sends the same. */
export function askerOf(
  asker: Asker,
  { action, name, options, timedOut }: Pick<Subject, 'action' | 'name' | 'options' | 'timedOut'>,
  usual: Readonly<Record<string, unknown>>,
  check: string,
): Subject['ask'] {
  const usualLanguage = options.languages[0] ?? 'en-US';
  let number = 0;
  return async ({ inputs, values = usual, requestId, ...asking } = {}) => {
    const exchange = await asker.ask(action, {
      language: usualLanguage,
      ...asking,
      values: inputs ? withoutUndefined({ ...values, ...inputs }) : values,
      requestId: requestId ?? requestIdOf(options.seed, `${check} ${name}`, number++),
    });
    const { language = usualLanguage, ...odd } = asking;
    const isUsual = !inputs && values === usual && language === usualLanguage && Object.keys(odd).length === 0;
    if (isUsual && exchange.answer.failure === 'timeout') (timedOut as Exchange[]).push(exchange);
    return exchange;
  };
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Whether a call's input reaches the connector. */
export function takes({ action }: Pick<Subject, 'action'>, name: string): boolean {
  return action.point
    ? action.inputMatches.some(
        ({ field, fieldPath, input }) =>
          fieldPath.length === 1 && input && field.name.toLowerCase() === name.toLowerCase(),
      )
    : action.operation.inputs.some((input) => input.name.toLowerCase() === name.toLowerCase());
}
