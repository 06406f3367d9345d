/** Items with keys for lists, which stay apart where texts repeat. */
export function keyed<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly (readonly [key: string, item: Item])[] {
  const times = new Map<string, number>();
  return items.map((item) => {
    const text = textOf(item);
    const time = times.get(text) ?? 0;
    times.set(text, time + 1);
    return [`${time} ${text}`, item];
  });
}
