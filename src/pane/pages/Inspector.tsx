/** In the making. */
export function Inspector() {
  return null;
}
