import { openInCrm, parseCrm, parseRecordReference, readMail, sellersWorld } from '../../host/host.ts';
import type { CheckOptions } from '../../verify/verify.ts';

interface Given {
  readonly record?: readonly string[] | undefined;
  readonly mail?: readonly string[] | undefined;
  readonly crm?: string | undefined;
  readonly language?: readonly string[] | undefined;
}

/** What is asked about: the records and mails that are named, else those of the seller's world. */
export async function openableOf(given: Given, now = Date.now()): Promise<CheckOptions['openable']> {
  const world = sellersWorld(now);
  const named = given.crm === undefined ? undefined : parseCrm(given.crm);
  const open = (given.record ?? []).map((text) => openInCrm(world, { record: parseRecordReference(text), crm: named }));
  const { crm } = open[0] ?? openInCrm(world, { crm: named });
  const [seller] = world.sellers;
  const ofSeller = ({ tenant }: { readonly tenant?: string }) => tenant === undefined || tenant === seller?.tenant;
  const records = open.flatMap(({ record }) => record ?? []);
  const mails = await Promise.all((given.mail ?? []).map(readMail));
  return {
    records: records.length > 0 ? records : world.records.filter(ofSeller),
    mails: mails.length > 0 ? mails : world.mails.filter(ofSeller),
    crm,
    language: given.language?.[0] ?? 'en-US',
    now,
  };
}

/** A record that no connector knows, unless the user names one. */
export function unknownOf(text: string | undefined): CheckOptions['unknown'] {
  return text === undefined
    ? { type: 'opportunity', id: '00000000-dead-4000-8000-000000000000' }
    : parseRecordReference(text);
}
