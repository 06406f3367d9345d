/** In the making. */
export function ConnectorsPage() {
  return null;
}
