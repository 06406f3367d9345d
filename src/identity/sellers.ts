/** A user of the local identity provider, with what Entra ID's tokens say of users. */
export interface Seller {
  /** The claim oid. */
  readonly objectId: string;
  /** The claim tid. */
  readonly tenantId: string;
  readonly name: string;
  /** The claim preferred_username: it names the seller in login_hint and in the silent grant. */
  readonly userName: string;
  /** The scopes that the seller's tokens may carry; all of a resource where absent. */
  readonly scopes?: readonly string[];
}

/** Two sellers of two tenants, and one whose tokens lack every scope. */
export const sellers: readonly Seller[] = [
  {
    objectId: '50000000-0000-4000-8000-0000000000a1',
    tenantId: '50000000-0000-4000-8000-00000000c0c0',
    name: 'Kenny Smith',
    userName: 'kenny@contoso.com',
  },
  {
    objectId: '60000000-0000-4000-8000-0000000000a1',
    tenantId: '60000000-0000-4000-8000-00000000c0c0',
    name: 'Sara Davis',
    userName: 'sara@trey.example',
  },
  {
    objectId: '50000000-0000-4000-8000-0000000000a2',
    tenantId: '50000000-0000-4000-8000-00000000c0c0',
    name: 'Logan Hill',
    userName: 'logan@contoso.com',
    scopes: [],
  },
];

/** The seller of a user name, whatever its case. */
export function sellerNamed(known: readonly Seller[], userName: unknown): Seller | undefined {
  const wanted = String(userName).toLowerCase();
  return known.find((seller) => seller.userName.toLowerCase() === wanted);
}
