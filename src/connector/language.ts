/** Language negotiation: Accept-Language (RFC 9110) looked up by RFC 4647, section 3.4, among the languages offered. */
import Negotiator from 'negotiator';

const rememberedHeaders = 500;
const longestHeader = 1000;

/**
 * A function from an Accept-Language header to one of `offered`, the first where nothing fits. Each range is looked up
 * by leaving off its subtags from the end; then by language and script, so that zh-CN finds zh-Hans and pt-PT finds
 * pt-BR. A malformed header is no error.
 */
export function languageNegotiator(offered: readonly [string, ...string[]]): (header: string | undefined) => string {
  const byTag = new Map(offered.map((tag) => [tag.toLowerCase(), tag]));
  const byScript = new Map(offered.toReversed().map((tag) => [languageAndScript(tag), tag]));
  const remembered = new Map<string, string>();

  const lookup = (range: string): string | undefined => {
    const subtags = range.toLowerCase().split('-');
    for (let count = subtags.length; count > 0; count--) {
      const tag = byTag.get(subtags.slice(0, count).join('-'));
      if (tag) return tag;
    }
    return byScript.get(languageAndScript(range));
  };
  const negotiate = (header: string): string => {
    for (const range of new Negotiator({ headers: { 'accept-language': header } }).languages()) {
      const tag = range === '*' ? offered[0] : lookup(range.replaceAll('_', '-'));
      if (tag) return tag;
    }
    return offered[0];
  };

  return (header) => {
    if (!header || header.length > longestHeader) return offered[0];
    const known = remembered.get(header);
    if (known) return known;
    const language = negotiate(header);
    if (remembered.size >= rememberedHeaders) remembered.clear();
    remembered.set(header, language);
    return language;
  };
}

function languageAndScript(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
