import {
  DocumentPdfRegular,
  DocumentRegular,
  DocumentTableRegular,
  DocumentTextRegular,
  GlobeRegular,
  SlideTextRegular,
  VideoRegular,
} from '@fluentui/react-icons';

/** Icons by the connector's contentType; a document for every other. */
const icons: ReadonlyMap<string, typeof DocumentRegular> = new Map([
  ['content-pdf', DocumentPdfRegular],
  ['content-doc', DocumentTextRegular],
  ['content-xlsx', DocumentTableRegular],
  ['content-pptx', SlideTextRegular],
  ['content-web', GlobeRegular],
  ['content-video', VideoRegular],
]);

/** The connector's own icon where it is on this machine, else one by the type of the content. */
export function ContentIcon({ type = 'content-file', iconUrl }: { type?: string; iconUrl?: string }) {
  const Icon = icons.get(type) ?? DocumentRegular;
  if (iconUrl !== undefined && isOfThisMachine(iconUrl)) return <img src={iconUrl} alt="" width="16" height="16" />;
  return <Icon aria-hidden="true" data-type={type} />;
}

/** The pane asks no other machine for anything, pictures neither. */
function isOfThisMachine(address: string): boolean {
  const { hostname, protocol } = URL.parse(address, window.location.href) ?? { hostname: '', protocol: '' };
  return protocol === 'data:' || [window.location.hostname, '127.0.0.1', 'localhost'].includes(hostname);
}
