/** Who publishes the app, what it is called, and where the connector is: facts of the package, those missing told. */
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { valueAt } from '../../package/json-pointer.ts';
import { nameId } from '../identity.ts';
import { isPlaceholderHost, unreachableHost } from '../public-host.ts';
import type { Tell } from './note.ts';
import { entriesAt, textAt } from './texts.ts';

export interface Publication {
  readonly title: string;
  readonly description: string;
  /** Three numbers. */
  readonly version: string;
  readonly publisher: string;
  readonly email: string | undefined;
  readonly website: string;
  readonly privacyPolicy: string;
  readonly termsOfUse: string;
  /** #rrggbb */
  readonly accentColor: string;
  /** Where the connector is reached, without a slash at its end. */
  readonly serverUrl: string;
  /** A GUID that follows from publisher and title. */
  readonly appId: string;
}

export interface PublicationOptions {
  readonly host?: string | undefined;
  readonly version?: string | undefined;
}

/** The facts of a package; undefined where no host is known, which is told. */
export function publicationOf(
  connector: ConnectorPackage,
  options: PublicationOptions,
  tell: Tell,
): Publication | undefined {
  const definition = connector.definition.value;
  const { title } = connector;
  const serverUrl = serverOf(definition, options.host, tell);
  if (!serverUrl) return undefined;
  const metadata = (name: string) =>
    entriesAt(definition, '/x-ms-connector-metadata')
      .map(([, entry]) => entry)
      .filter((entry) => textAt(entry, '/propertyName')?.toLowerCase() === name)
      .map((entry) => textAt(entry, '/propertyValue'))[0];
  const address = (about: string, ...candidates: (string | undefined)[]) => {
    const found = candidates.find((each) => each !== undefined && URL.parse(each)?.protocol === 'https:');
    const url = found === undefined ? undefined : new URL(found);
    if (url && !isPlaceholderHost(url.hostname)) return url.href;
    const message = found
      ? `${found} is a placeholder: put the right address in its place.`
      : `The package names no https address for it: ${serverUrl} stands there. Put the right one in its place.`;
    tell({ kind: 'fill-in', about: `manifest.json ${about}`, message });
    return url?.href ?? serverUrl;
  };
  const publisher =
    textAt(connector.properties?.value, '/properties/publisher') ?? textAt(definition, '/info/contact/name');
  const colour = textAt(connector.properties?.value, '/properties/iconBrandColor');
  return {
    title,
    description: textAt(definition, '/info/description') ?? `${title} in Microsoft 365 Copilot.`,
    version: versionOf(options.version ?? textAt(definition, '/info/version'), tell),
    publisher: publisher ?? title,
    email: textAt(definition, '/info/contact/email'),
    website: address('developer.websiteUrl', metadata('website'), textAt(definition, '/info/contact/url')),
    privacyPolicy: address('developer.privacyUrl', metadata('privacy policy')),
    termsOfUse: address('developer.termsOfUseUrl', textAt(definition, '/info/termsOfService')),
    accentColor: colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#ffffff',
    serverUrl,
    appId: nameId(`app/${publisher ?? ''}\n${title}`),
  };
}

function serverOf(definition: unknown, given: string | undefined, tell: Tell): string | undefined {
  const about = 'plugin-openapi.json servers';
  const host = given ?? textAt(definition, '/host');
  const basePath = (textAt(definition, '/basePath') ?? '').replace(/^\/*/, '/');
  const url = host === undefined ? null : URL.parse(`https://${host}${basePath}`);
  if (!url || url.host.toLowerCase() !== host?.toLowerCase()) {
    const message = `${host === undefined ? 'The definition names no host' : `“${host}” is no host`}, so the app would not know where the connector is: give --host HOST.`;
    tell({ kind: 'left-out', about, message });
    return undefined;
  }
  const schemes = entriesAt(definition, '/schemes').map(([, scheme]) => scheme);
  if (schemes.length > 0 && !schemes.includes('https'))
    tell({ kind: 'doubtful', about, message: 'The definition speaks of http only; Microsoft 365 calls by https.' });
  const message = unreachableHost(url.host);
  if (message !== undefined) tell({ kind: 'fill-in', about, message });
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function versionOf(version: string | undefined, tell: Tell): string {
  const numbers = /^v?(\d{1,5})(?:\.(\d{1,5}))?(?:\.(\d{1,5}))?(?!\d)/.exec(version ?? '')?.slice(1);
  const three = numbers ? numbers.map((each) => Number(each ?? 0)).join('.') : '1.0.0';
  if (three !== version) {
    const message = `An app has a version of three numbers: ${version === undefined ? 'the package names none, so it is' : `${version} becomes`} ${three}.`;
    tell({ kind: 'changed', about: 'manifest.json version', message });
  }
  return three;
}

/** What stands between host and connector elsewhere and not here: the gateway's script and policies. */
export function tellOfGateway(connector: ConnectorPackage, tell: Tell): void {
  const policies = valueAt(connector.properties?.value, '/properties/policyTemplateInstances');
  const parts = [
    ...(connector.script ? ['script.csx'] : []),
    ...(Array.isArray(policies) && policies.length > 0 ? ['the policies of apiProperties.json'] : []),
  ];
  if (parts.length === 0) return;
  const message = `The app calls the host of the connector itself, without the gateway of the Power Platform: what ${parts.join(' and ')} would do to the call is not done. Check that the operations answer without.`;
  tell({ kind: 'doubtful', about: 'plugin-openapi.json', message });
}
