/** How well a name fits one of several wordings. */
import { wordsOf } from './words.ts';

export interface NameMatch {
  readonly score: number;
  readonly why: string;
}

const none: NameMatch = { score: 0, why: '' };

/**
 * The best of these wordings for a name: the whole name, the name without what it belongs to (`envelopeId` of an
 * envelope), its end, or its description. The earlier wordings count a little more.
 */
export function matchName(
  name: string,
  description: string,
  wordings: readonly string[],
  resource: readonly string[] = [],
): NameMatch {
  const words = wordsOf(name);
  const said = ` ${wordsOf(description).join(' ')} `;
  const isOwn = resource.length > 0 && resource.every((word, index) => words[index] === word);
  const own = isOwn ? words.slice(resource.length).join(' ') : undefined;
  const whole = words.join(' ');
  let best = none;
  const keep = (score: number, why: string) => {
    if (score > best.score) best = { score, why };
  };
  const apart = takenApart(wordings);
  for (const [index, wording] of wordings.entries()) {
    const wanted = apart[index] ?? '';
    const early = 1 - index * 0.01;
    if (whole === wanted) keep(early, `it is called ${wording}`);
    else if (own === wanted) keep(early - 0.03, `it is the ${wording} of the ${resource.join(' ')}`);
    else if (whole.endsWith(` ${wanted}`))
      keep(early - (wanted.includes(' ') ? 0.15 : 0.35), `its name ends in ${wording}`);
    else if (wording.length > 3 && said.includes(` ${wanted} `)) keep(early - 0.6, `its description says ${wording}`);
  }
  return best;
}

const known = new WeakMap<readonly string[], readonly string[]>();

/** The words of each wording, a blank between; lists of wordings are few, and asked for again and again. */
function takenApart(wordings: readonly string[]): readonly string[] {
  const words = known.get(wordings) ?? wordings.map((wording) => wordsOf(wording).join(' '));
  known.set(wordings, words);
  return words;
}
