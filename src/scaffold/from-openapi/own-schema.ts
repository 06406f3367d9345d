/** Schemas of an OpenAPI document of any version, read so far as it takes to see what a list's items hold. */
import type { Json } from './own-api.ts';
import { wordsOf } from './words.ts';

/** A property of an item that is one value, or a list of such. */
export interface OwnField {
  readonly path: readonly string[];
  readonly type: string;
  readonly format: string | undefined;
  readonly isList: boolean;
  /** It and all that it stands in are always there, and not null. */
  readonly isRequired: boolean;
  readonly description: string;
  readonly isEnum: boolean;
  readonly most?: number | undefined;
}

export interface Properties {
  readonly properties: ReadonlyMap<string, unknown>;
  readonly required: ReadonlySet<string>;
}

const nothing: Properties = { properties: new Map(), required: new Set() };
const mostHops = 40;
/** What is looked at in one document. Documents of the largest APIs need a fraction; a hostile one ends here. */
const mostSteps = 1_000_000;
const deepest = 3;

/** A document whose references are followed within itself. What leads elsewhere is noted, and not fetched. */
export class Schemas {
  readonly external = new Set<string>();
  readonly #root: unknown;
  readonly #known = new WeakMap<Json, Properties>();
  #steps = 0;

  constructor(root: unknown) {
    this.#root = root;
  }

  /** More was asked than is looked at in one document. */
  get isCut(): boolean {
    return this.#steps >= mostSteps;
  }

  /** The object, its $ref followed; undefined where there is none, or the reference leads nowhere. */
  object(value: unknown): Json | undefined {
    let current = value;
    for (let hops = 0; hops < mostHops && ++this.#steps < mostSteps; hops++) {
      if (typeof current !== 'object' || current === null || Array.isArray(current)) return undefined;
      const { $ref } = current as Json;
      if (typeof $ref !== 'string') return current as Json;
      if (!$ref.startsWith('#')) {
        this.external.add($ref);
        return undefined;
      }
      current = this.#at($ref);
    }
    return undefined;
  }

  /** Its own properties and those of what it is put together of. Each schema is read once; what is within itself adds nothing. */
  properties(value: unknown, depth = 0): Properties {
    const schema = this.object(value);
    if (!schema || depth > mostHops) return nothing;
    const known = this.#known.get(schema);
    if (known) return known;
    this.#known.set(schema, nothing);
    const [properties, required] = [new Map<string, unknown>(), new Set<string>()];
    for (const part of this.#parts(schema)) {
      const inherited = this.properties(part, depth + 1);
      for (const [name, each] of inherited.properties) properties.set(name, each);
      for (const name of inherited.required) required.add(name);
    }
    for (const [name, each] of Object.entries(this.object(schema.properties) ?? {})) properties.set(name, each);
    if (Array.isArray(schema.required)) for (const name of schema.required) required.add(String(name));
    const read = { properties, required };
    this.#known.set(schema, read);
    return read;
  }

  /** Type and format of a value, or of the values of a list. */
  facts(value: unknown): {
    type: string;
    format: string | undefined;
    isList: boolean;
    isNullable: boolean;
    isEnum: boolean;
    most: number | undefined;
  } {
    const { schema, isNullable } = this.#told(value);
    const isList = typeOf(schema) === 'array';
    const one = isList ? this.#told(schema?.items).schema : schema;
    return {
      type: typeOf(one) ?? (one?.properties || one?.allOf ? 'object' : 'string'),
      format: typeof one?.format === 'string' ? one.format : undefined,
      isList,
      isNullable,
      isEnum: Array.isArray(one?.enum),
      most: typeof one?.maximum === 'number' && one.maximum >= 1 ? Math.floor(one.maximum) : undefined,
    };
  }

  /** Of alternatives the first that is not null. */
  #told(value: unknown): { schema: Json | undefined; isNullable: boolean } {
    const schema = this.object(value);
    const types = Array.isArray(schema?.type) ? schema.type : [];
    const alternatives = [schema?.anyOf, schema?.oneOf].find(Array.isArray) ?? [];
    const told = alternatives.map((each) => this.object(each)).filter((each) => each && each.type !== 'null');
    const isNullable = schema?.nullable === true || types.includes('null') || told.length < alternatives.length;
    return { schema: schema?.type === undefined && told[0] ? told[0] : schema, isNullable };
  }

  #parts(schema: Json): readonly unknown[] {
    if (Array.isArray(schema.allOf)) return schema.allOf;
    const alternatives = [schema.oneOf, schema.anyOf].find(Array.isArray);
    return alternatives && !schema.properties ? alternatives.slice(0, 1) : [];
  }

  #at(reference: string): unknown {
    let current = this.#root;
    for (const segment of decoded(reference).split('/').slice(1)) {
      const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined;
      current = (current as Json)[name];
    }
    return current;
  }
}

/** The values that an object holds, down to the third level. */
export function fieldsOf(schemas: Schemas, schema: unknown): OwnField[] {
  const fields: OwnField[] = [];
  const walk = (value: unknown, path: readonly string[], isSure: boolean) => {
    const { properties, required } = schemas.properties(value);
    for (const [name, property] of properties) {
      const { type, format, isList, isNullable, isEnum, most } = schemas.facts(property);
      const isRequired = isSure && required.has(name) && !isNullable;
      const own = [...path, name];
      if (type !== 'object') {
        const description = schemas.object(property)?.description;
        const said = typeof description === 'string' ? description : '';
        fields.push({ path: own, type, format, isList, isRequired, description: said, isEnum, most });
      } else if (!isList && own.length < deepest) walk(property, own, isRequired);
    }
  };
  walk(schema, [], true);
  return fields;
}

const listNames = ['value', 'items', 'data', 'results', 'content', 'records', 'entries', 'elements', 'rows', 'hits'];

/** The list of objects in an answer: itself, or a property of it, down to the second level. */
export function itemsIn(
  schemas: Schemas,
  answer: unknown,
  words: readonly string[],
): { readonly path: readonly string[]; readonly item: unknown; readonly name: string | undefined } | undefined {
  const schema = schemas.object(answer);
  if (typeOf(schema) === 'array')
    return isObjectSchema(schemas, schema?.items)
      ? { path: [], item: schema?.items, name: nameOf(schema?.items) }
      : undefined;
  const lists: { path: string[]; items: unknown }[] = [];
  const walk = (value: unknown, path: readonly string[]) => {
    for (const [name, property] of schemas.properties(value).properties) {
      const own = schemas.object(property);
      if (typeOf(own) === 'array') {
        if (isObjectSchema(schemas, own?.items)) lists.push({ path: [...path, name], items: own?.items });
      } else if (path.length === 0) walk(property, [name]);
    }
  };
  walk(answer, []);
  const rank = ({ path }: { path: string[] }) => {
    const name = path.at(-1) ?? '';
    const known = listNames.indexOf(name.toLowerCase());
    const isMeant = wordsOf(name).every((word) => words.includes(word));
    return path.length * 10 + (isMeant ? 0 : known >= 0 ? 1 + known : 50);
  };
  const best = lists.toSorted((one, other) => rank(one) - rank(other))[0];
  return best && { path: best.path, item: best.items, name: nameOf(best.items) };
}

function isObjectSchema(schemas: Schemas, items: unknown): boolean {
  return schemas.properties(items).properties.size > 0;
}

/** What the schema is called that is referred to. */
function nameOf(items: unknown): string | undefined {
  const reference = (items as Json | undefined)?.$ref;
  return typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
}

function typeOf(schema: Json | undefined): string | undefined {
  const type = Array.isArray(schema?.type) ? schema.type.find((each) => each !== 'null') : schema?.type;
  return typeof type === 'string' ? type : schema?.items === undefined ? undefined : 'array';
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
