/** In the making. */
export function RecordsPage() {
  return null;
}
