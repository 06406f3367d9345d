/** The known name that shares most pairs of letters with one that is not known; undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = pairsOf(name);
  const ranked = known
    .map((each) => ({ each, alike: alikeness(wanted, pairsOf(each)) }))
    .sort((one, other) => other.alike - one.alike);
  return ranked[0] && ranked[0].alike >= near ? ranked[0].each : undefined;
}

const near = 0.5;

/** Dice's coefficient: the share of pairs that both have. */
function alikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  return (2 * common) / Math.max(1, one.size + other.size);
}

function pairsOf(name: string): Set<string> {
  const letters = name.toLowerCase().replace(/[\s_-]/g, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)),
  );
}
