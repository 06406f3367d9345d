/** The inputs of a call as texts that can be edited, and back. */
import type { Trace } from '../../../host/api/api-types.ts';

export type Inputs = Readonly<Record<string, unknown>>;
/** By input: what stands in its field. */
export type Texts = Readonly<Record<string, string>>;

/** What the host, not the definition, gave a value to. */
export function inputsOf({ values }: Pick<Trace, 'values'>): Inputs {
  return Object.fromEntries(
    values.filter(({ matchedBy }) => matchedBy !== 'default').map(({ input, value }) => [input, value]),
  );
}

/** Texts stay as they are, all else is JSON. */
export function textsOf(inputs: Inputs): Texts {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value, null, typeof value === 'object' ? 2 : 0),
    ]),
  );
}

export type Read = { readonly inputs: Inputs } | { readonly problems: Readonly<Record<string, string>> };

/** Texts read as what the inputs were before; an empty one is left out. */
export function readTexts(texts: Texts, before: Inputs): Read {
  const inputs: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const [name, text] of Object.entries(texts)) {
    if (text === '') continue;
    const was = before[name];
    const value = was === undefined || typeof was === 'string' ? text : parsed(text);
    if (value === undefined) problems[name] = `This was ${kindOf(was)}, and must be JSON.`;
    else inputs[name] = value;
  }
  return Object.keys(problems).length > 0 ? { problems } : { inputs };
}

/** An object of inputs written as JSON. */
export function readJson(text: string): Inputs | undefined {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Inputs) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
