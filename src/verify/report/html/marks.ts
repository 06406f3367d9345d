import { type Markup, markup } from '../../../report/markup.ts';
import type { ShownVerdict } from '../shown.ts';

/** Each verdict's sign and the class of its colour. The words beside it say the same. */
const signs: Readonly<Record<ShownVerdict, readonly [path: string, className: string]>> = {
  shown: ['M4 10.5 8.5 15 16 6', 'good'],
  'partly-shown': ['M10 4v7M10 15v.01', 'wise'],
  'not-shown': ['M5 5l10 10M15 5 5 15', 'bad'],
  'not-seen': ['M5 10h10', 'unseen'],
};

export function verdictMark(verdict: ShownVerdict): Markup {
  const [path, className] = signs[verdict];
  return markup`<svg class="mark ${className}" viewBox="0 0 20 20" aria-hidden="true"><path d="${path}"/></svg>`;
}

export function verdictClass(verdict: ShownVerdict): string {
  return signs[verdict][1];
}
