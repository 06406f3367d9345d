const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const link = /\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)/g;
const bullet = /^\s*[-*]\s+(?=\S)/;

/**
 * A card's text as HTML that holds nothing of the text's own: **bold**, _italic_, links to web pages and bullets
 * (Adaptive Cards, Text features); all else stays text. A number before a line stays where it is.
 */
export function safeMarkdown(text: string): string {
  const blocks: { isList: boolean; lines: string[] }[] = [];
  for (const line of text.split(/\r\n|\r|\n/).filter((each) => each.trim() !== '')) {
    const isList = bullet.test(line);
    const last = blocks.at(-1);
    const content = inline(line.replace(bullet, ''));
    if (last?.isList === isList) last.lines.push(content);
    else blocks.push({ isList, lines: [content] });
  }
  return blocks
    .map(({ isList, lines }) =>
      isList ? `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>` : `<p>${lines.join('<br>')}</p>`,
    )
    .join('');
}

function inline(line: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { index, 0: all, 1: words = '', 2: url = '' } of line.matchAll(link)) {
    parts.push(emphasized(line.slice(end, index)));
    parts.push(`<a href="${escaped(url)}" target="_blank" rel="noreferrer">${emphasized(words)}</a>`);
    end = index + all.length;
  }
  return [...parts, emphasized(line.slice(end))].join('');
}

function emphasized(text: string): string {
  return escaped(text)
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\d_])_(\S(?:[^_]*\S)?)_(?![\p{L}\d_])/gu, '<em>$1</em>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
