type Node = Readonly<Record<string, unknown>>;

/** A card as this machine may draw it: pictures of other machines, and media, give way to their alternative text. */
export function withLocalMedia(card: unknown): unknown {
  if (Array.isArray(card)) return card.map(withLocalMedia).filter((each) => each !== undefined);
  if (!isNode(card)) return card;
  const stands = substitutes[String(card.type)]?.(card);
  if (stands) return stands.with;
  return Object.fromEntries(
    Object.entries(card).flatMap(([name, value]) =>
      isForeignPicture(name, value) ? [] : [[name, withLocalMedia(value)]],
    ),
  );
}

/** By type: what stands for a node that cannot be drawn here; nothing where it can. */
const substitutes: Readonly<Record<string, (node: Node) => { with: unknown } | undefined>> = {
  Image: (node) => (isLocal(node.url) ? undefined : { with: alternative(node) }),
  Media: (node) => ({ with: alternative(node) }),
  ImageSet: (node) => {
    const images = (Array.isArray(node.images) ? node.images : []).filter(isNode);
    const foreign = images.filter(({ url }) => !isLocal(url));
    if (foreign.length === 0) return undefined;
    const own = images.filter(({ url }) => isLocal(url));
    const set = own.length > 0 ? [{ ...node, images: own }] : [];
    return { with: { type: 'Container', items: [...set, ...foreign.map(alternative).filter(Boolean)] } };
  },
};

function alternative({ altText, spacing, separator, isVisible, id }: Node): unknown {
  if (typeof altText !== 'string' || altText === '') return undefined;
  return { type: 'TextBlock', text: altText, isSubtle: true, wrap: true, spacing, separator, isVisible, id };
}

function isForeignPicture(name: string, value: unknown): boolean {
  if (name === 'iconUrl' || name === 'poster') return !isLocal(value);
  return name === 'backgroundImage' && !isLocal(isNode(value) ? value.url : value);
}

function isLocal(url: unknown): boolean {
  if (typeof url !== 'string') return false;
  const { protocol, hostname } = URL.parse(url) ?? {};
  if (protocol === 'data:') return /^data:image\//i.test(url);
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
