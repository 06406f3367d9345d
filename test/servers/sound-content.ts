/** What Fabrikam Service knows: visits of its technicians at customers, in three languages. */

/** A record of a customer's CRM, and how often technicians were there. */
export interface Customer {
  readonly type: string;
  /** In Dynamics 365 and in Salesforce. */
  readonly ids: readonly [string, string];
  readonly account: string;
  readonly tenant: string;
  readonly visits: number;
}

/** A visit of a technician; `at` in milliseconds since 1970. */
export interface Visit {
  readonly id: string;
  readonly machine: string;
  readonly technician: string;
  readonly at: number;
}

export const [contoso, trailCafe] = ['contoso', 'trail-cafe'] as const;

const row = (type: string, dynamics: string, salesforce: string, account: string, tenant: string, visits: number) => ({
  type,
  ids: [dynamics, salesforce] as const,
  account,
  tenant,
  visits,
});

const customers: readonly Customer[] = [
  row('account', 'f047c0ff-ee00-4000-8000-000000000001', '0015i00000F04CeAAJ', 'Fourth Coffee', contoso, 12),
  row('opportunity', '50cafe00-a100-4000-8000-000000000001', '0065i00000A1CaFAAV', 'Fourth Coffee', contoso, 27),
  row('opportunity', '00000000-0000-4000-8000-000000000e01', '0065i00000EmptYAAR', 'Fourth Coffee', contoso, 0),
  row('lead', '1ead0000-0000-4000-8000-000000000001', '00Q5i00000C0fFeAAJ', 'Fourth Coffee', contoso, 2),
  row('contact', 'c0a1be27-0000-4000-8000-000000000001', '0035i00000A1bErAAJ', 'Fourth Coffee', contoso, 3),
  row('contact', 'c0a1be27-0000-4000-8000-000000000002', '0035i00000B2bEnAAJ', 'Fourth Coffee', contoso, 1),
  row('account', 'a1b10e00-0000-4000-8000-000000000001', '0015i00000A1p1NAAR', 'Alpine Ski House', contoso, 5),
  row('opportunity', '50cafe00-d000-4000-8000-000000000002', '0065i00000A1SkIAAV', 'Alpine Ski House', contoso, 8),
  row('contact', 'c0a1be27-0000-4000-8000-000000000011', '0035i00000C4c1LAAR', 'Alpine Ski House', contoso, 2),
  row('account', '7ca11ca0-fe00-4000-8000-000000000001', '0015i00000T7a1LAAR', 'Trail Cafe', trailCafe, 4),
  row('opportunity', '7ca11ca0-fe00-4000-8000-000000000002', '0065i00000T7a1LAAR', 'Trail Cafe', trailCafe, 4),
];

/** The record of that type and id, as far as the tenant has it. */
export function findCustomer(tenant: string, type: string, id: string): Customer | undefined {
  return customers.find(
    (each) =>
      each.tenant === tenant && each.type === type.toLowerCase() && each.ids.some((own) => idKey(own) === idKey(id)),
  );
}

/** The account of that name, in any case. */
export function findAccount(tenant: string, name: string): Customer | undefined {
  const wanted = name.trim().toLowerCase();
  return customers.find(
    (each) => each.tenant === tenant && each.type === 'account' && each.account.toLowerCase() === wanted,
  );
}

/** GUIDs mean the same in either case and in braces, Salesforce ids with 15 characters and with 18. */
function idKey(id: string): string {
  if (/^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(id)) return id.replace(/[{}]/g, '').toLowerCase();
  return /^[0-9a-z]{18}$/i.test(id) ? id.slice(0, 15) : id;
}

const machines = ['Cafe A-100 Automatic', 'Cafe Grande', 'Cafe Duo'];
const technicians = ['Mona Kane', 'Ray Tanaka', 'Daniela Smith', 'Colin Ballinger'];
const day = 86_400_000;

/** The visits at a customer, newest first: one every five days. */
export function visitsOf({ ids, visits }: Customer, today: number): Visit[] {
  const midnight = Math.floor(today / day) * day;
  return Array.from({ length: visits }, (_, index) => ({
    id: `SV-${ids[1].slice(10, 15)}-${visits - index}`,
    machine: machines[index % machines.length] ?? '',
    technician: technicians[index % technicians.length] ?? '',
    at: midnight - (2 + 5 * index) * day + 9 * 3_600_000,
  }));
}

/** What people read. */
export interface Words {
  readonly visit: string;
  readonly visits: string;
  readonly report: string;
  readonly machine: string;
  readonly technician: string;
  readonly date: string;
  readonly machinesAt: (account: string) => string;
  readonly serviced: (technician: string, machine: string, date: string) => string;
}

export const words: Readonly<Record<string, Words>> = {
  en: {
    visit: 'Service visit',
    visits: 'Service visits',
    report: 'Service report',
    machine: 'Machine',
    technician: 'Technician',
    date: 'Date',
    machinesAt: (account) => `Machines at ${account}`,
    serviced: (technician, machine, date) => `${technician} serviced the ${machine} on ${date}.`,
  },
  de: {
    visit: 'Wartungstermin',
    visits: 'Wartungstermine',
    report: 'Wartungsbericht',
    machine: 'Maschine',
    technician: 'Technik',
    date: 'Datum',
    machinesAt: (account) => `Maschinen bei ${account}`,
    serviced: (technician, machine, date) => `${technician} hat die ${machine} am ${date} gewartet.`,
  },
  fr: {
    visit: 'Visite de maintenance',
    visits: 'Visites de maintenance',
    report: 'Rapport de maintenance',
    machine: 'Appareil',
    technician: 'Intervention de',
    date: 'Date de la visite',
    machinesAt: (account) => `Appareils chez ${account}`,
    serviced: (technician, machine, date) => `${technician} a entretenu la ${machine} le ${date}.`,
  },
};

/** The first of the languages that are asked for and known; English where there is none. */
export function languageOf(acceptLanguage: string | undefined): string {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', quality = ''] = part.split(';');
    const weight = /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(quality)?.[1];
    return { primary: tag.trim().toLowerCase().split('-')[0] ?? '', weight: Number(weight ?? 1) };
  });
  const known = wanted.filter(({ primary, weight }) => Object.hasOwn(words, primary) && weight > 0);
  return known.toSorted((one, other) => other.weight - one.weight)[0]?.primary ?? 'en';
}
