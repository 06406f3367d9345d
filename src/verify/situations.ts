/** What an action is asked about: the open records and mails, as values of its inputs. */
import { type ExtensionPoint, type ExtensionPointId, extensionPoints } from '../contract/contract.ts';
import type { DiscoveredAction } from '../discovery/discovery.ts';
import { chooseChatSkill, hostValues, type Situation } from '../host/host.ts';

/** The values of one call, and what they are about, in words. */
export interface Situated {
  readonly about: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a seller may have open, the most promising first. */
export interface Openable {
  readonly records: readonly NonNullable<Situation['record']>[];
  readonly mails: readonly NonNullable<Situation['mail']>[];
  readonly crm: Situation['crm'];
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const most = 4;

/** The situations that an action is asked about, four at most: records of the types that its point is shown for, and mails. */
export async function situationsOf(action: DiscoveredAction, openable: Openable): Promise<Situated[]> {
  const point = action.point as ExtensionPoint | undefined;
  return point ? situationsOfPoint(point, openable) : situationsOfSkill(action, openable);
}

function situationsOfPoint(point: ExtensionPoint, { records, mails, ...rest }: Openable): Situated[] {
  const shown = records.filter(({ type }) => point.shownFor?.includes(type.toLowerCase()) ?? true);
  const fitting = shown.length > 0 ? shown : records;
  const takesMail = point.inputs.some(({ name }) => name === 'resourceData' || name === 'emailContacts');
  const open: Pick<Situation, 'record' | 'mail'>[] = takesMail
    ? mails.map((mail, index) => {
        const record = mail.related?.length ? undefined : fitting[index % Math.max(1, fitting.length)];
        return { mail, ...(record && { record }) };
      })
    : fitting.map((record) => ({ record }));
  return open.slice(0, most).map(({ record, mail }) => ({
    about: [record && `${record.type} ${record.name}`, mail && `the mail “${mail.subject}”`]
      .filter(Boolean)
      .join(' and '),
    values: hostValues(point.id as ExtensionPointId, { ...rest, ...(record && { record }), ...(mail && { mail }) }),
  }));
}

/** A chat skill is asked about each record: its parameters are filled as the host fills them. */
async function situationsOfSkill(action: DiscoveredAction, { records, crm }: Openable): Promise<Situated[]> {
  const asked = records.slice(0, most).map(async (record): Promise<Situated | undefined> => {
    const question = record.account ?? record.name;
    const found = await chooseChatSkill(undefined, [{ action }], {
      question: `${action.operation.summary ?? ''} ${action.operation.description ?? ''} ${question}`,
      crm,
      records,
      record,
    });
    return found && { about: `the question about ${question}`, values: found.inputs };
  });
  const found = (await Promise.all(asked)).filter((each) => each !== undefined);
  const own = found.length > 0 ? found : [{ about: 'the question without a record', values: {} }];
  return own.filter(
    (each, index) => own.findIndex(({ values }) => JSON.stringify(values) === JSON.stringify(each.values)) === index,
  );
}

/** The id under which results of an action stand: its extension point, or the operation id of a chat skill. */
export function subjectName({ point, operation }: DiscoveredAction): string {
  return point?.id ?? operation.operationId ?? operation.path;
}

/** All names that --points takes. */
export const pointNames = Object.values(extensionPoints).map(({ id }) => id as string);
