const most = 1000;
const longest = 1000;

/** A function of a text that keeps answers for short ones: the wordings of the contract are asked for again and again. */
export function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size === most) known.clear();
    if (text.length <= longest) known.set(text, made);
    return made;
  };
}
