/** The most connections to a PostgreSQL server, where nobody says otherwise. */
export const defaultConnections = 10;

/** Whether a location is a PostgreSQL server's address. */
export function isPostgres(location: string): boolean {
  return /^postgres(ql)?:/i.test(location);
}

/** A store as messages name it: a file's path; of an address, host and database, and never a password. */
export function storeName(location: string): string {
  if (!isPostgres(location)) return location;
  const { host, pathname, search, hash } = URL.parse(location) ?? {};
  // An @ that stands later is of a password that was not escaped.
  const isSound = host !== undefined && !`${pathname}${search}${hash}`.includes('@');
  return isSound ? `postgres://${host}${pathname}` : 'postgres://…';
}
