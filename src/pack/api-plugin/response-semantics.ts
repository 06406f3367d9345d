/** What of an answer is cited, and the Adaptive Card that shows it. */
import { type Citation, extensionPoints } from '../../contract/contract.ts';
import { type DiscoveredAction, describedOutput, type FieldModel } from '../../discovery/discovery.ts';
import type { Json } from './field-schema.ts';

type Part = keyof Citation;

/** The names that the manifest has for parts of a citation. */
const properties: Readonly<Record<Part, string>> = {
  title: 'title',
  subtitle: 'subtitle',
  url: 'url',
  thumbnail: 'thumbnail_url',
};

/** The `response_semantics` of an action; undefined where its answer has nothing that could be the title. */
export function responseSemantics(action: DiscoveredAction): Json | undefined {
  const { envelope, agent } = action.point ?? extensionPoints.salesChat;
  const list = envelope[0]?.name ?? '';
  const places = (Object.keys(properties) as Part[]).flatMap((part) => {
    const wanted = (agent.citation as Citation)[part];
    const place = wanted === undefined ? undefined : placeOf(action, list, wanted);
    return place === undefined ? [] : [[part, place] as const];
  });
  const place = new Map(places);
  if (!place.has('title')) return undefined;
  return {
    data_path: `$.${list}`,
    properties: Object.fromEntries(places.map(([part, path]) => [properties[part], `$.${path}`])),
    static_template: cardOf(place),
  };
}

/** Where an output stands within an item: found as the host finds it, by its description first, by its name second. */
function placeOf({ operation, point }: DiscoveredAction, list: string, wanted: string): string | undefined {
  const isInItem = ({ path }: FieldModel) => path[0] === list && path[1] === '[]';
  const within = ({ path }: FieldModel) => path.slice(2).join('.');
  const field = point?.item.find(({ name }) => name === wanted);
  const described = field && describedOutput(operation, field);
  const named = operation.outputs.find(
    (output) => isInItem(output) && within(output).toLowerCase() === wanted.toLowerCase(),
  );
  const output = described && isInItem(described) ? described : named;
  const place = output && within(output);
  // Other names would need quoting, in JSONPath one way and in templates another.
  return place !== undefined && /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(place) ? place : undefined;
}

/** One column, no actions: known-issues.md says that a card in a citation opens no addresses; the citation itself does. */
function cardOf(place: ReadonlyMap<Part, string>): Json {
  const text = (path: string | undefined, style: Json) =>
    path === undefined
      ? []
      : [{ type: 'TextBlock', text: `\${${path}}`, $when: `\${${path} != null}`, wrap: true, ...style }];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: [
      ...text(place.get('title'), { weight: 'Bolder' }),
      ...text(place.get('subtitle'), { spacing: 'Small', isSubtle: true }),
    ],
  };
}
