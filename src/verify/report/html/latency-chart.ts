/** Each call's time as a dot, on a logarithmic scale up to and beyond the five seconds. */
import { limits } from '../../../contract/contract.ts';
import { type Markup, markup, type Value } from '../../../report/markup.ts';
import type { Latency, VerifyReport } from '../verify-report.ts';
import { timeText } from '../words.ts';

const ticks = [1, 10, 100, 1000] as const;
const longest = 10_000;
const middle = 18;
const height = 36;
/** Where dots that would lie over each other go instead: above and below, as far as there is room. */
const heights = [middle, middle - 5, middle + 5, middle - 10, middle + 10] as const;

/** The chart with its legend; undefined where nothing was timed. */
export function latencyChart({ latency, shown }: Pick<VerifyReport, 'latency' | 'shown'>): Value {
  const timed = Object.entries(latency).flatMap(([name, each]) => (each ? [{ name, latency: each }] : []));
  if (timed.length === 0) return undefined;
  return markup`<div class="times">
<div class="axis" aria-hidden="true"><svg class="plot">${ticks.map(tickText)}<text class="limit-text" x="${x(limits.deadline)}" y="14" text-anchor="middle">5 s</text></svg></div>
<ul>${timed.map((each) => row(each.name, shown[each.name]?.title ?? each.name, each.latency))}</ul>
${legend}
</div>`;
}

function row(name: string, title: string, latency: Latency): Markup {
  const words = numbers(latency);
  return markup`<li><div><strong>${title}</strong> <code class="name">${name}</code></div>
<svg class="plot" role="img" aria-label="${`${title}: ${words}, of five seconds`}">${plot(latency)}</svg>
<div class="numbers">${words}</div></li>
`;
}

function numbers({ first, median, p95, max, calls }: Latency): string {
  const times = [`first ${timeText(first)}`, `median ${timeText(median)}`, `95 % within ${timeText(p95)}`];
  return [...times, `slowest ${timeText(max)}`, calls === 1 ? '1 call' : `${calls} calls`].join(' · ');
}

function plot({ times, first, median, p95 }: Latency): Value {
  const [, ...repeated] = times;
  return [
    markup`<rect class="beyond" x="${x(limits.deadline)}" y="0" width="${width(limits.deadline)}" height="${height}"/>`,
    ...ticks.map((time) => upright('grid', time)),
    upright('limit', limits.deadline),
    ...apart(repeated).map(({ time, y }) => dot(time, y)),
    repeated.length > 1 && [upright('p95', p95), upright('median', median)],
    markup`<circle class="first" cx="${x(first)}" cy="${middle}" r="4.5"/>`,
  ];
}

function dot(time: number, y: number): Markup {
  const className = time >= limits.deadline ? 'late' : 'dot';
  return markup`<circle class="${className}" cx="${x(time)}" cy="${y}" r="3.5"/>`;
}

/** A dot for each call, but no more in one place than can be seen. */
function apart(times: readonly number[]): { readonly time: number; readonly y: number }[] {
  const taken = new Map<string, number>();
  return times.flatMap((time) => {
    const place = x(time, 0);
    const index = taken.get(place) ?? 0;
    taken.set(place, index + 1);
    const y = heights[index];
    return y === undefined ? [] : [{ time, y }];
  });
}

function upright(className: string, time: number): Markup {
  return markup`<line class="${className}" x1="${x(time)}" x2="${x(time)}" y1="0" y2="${height}"/>`;
}

function tickText(time: number): Markup {
  return markup`<text x="${x(time)}" y="14" text-anchor="${time === 1 ? 'start' : 'middle'}">${timeText(time)}</text>`;
}

function share(time: number): number {
  return (Math.log10(Math.min(longest, Math.max(1, time))) / Math.log10(longest)) * 98 + 1;
}

/** Where a time stands, in percent of the width: one millisecond to the left, ten seconds to the right. */
function x(time: number, digits = 2): string {
  return `${share(time).toFixed(digits)}%`;
}

function width(from: number): string {
  return `${(100 - share(from)).toFixed(2)}%`;
}

const sign = (shape: Markup) => markup`<svg class="plot" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
const legend = markup`<ul class="legend">
<li>${sign(markup`<circle class="first" cx="8" cy="8" r="4.5"/>`)} first call</li>
<li>${sign(markup`<circle class="dot" cx="8" cy="8" r="3.5"/>`)} a later call</li>
<li>${sign(markup`<line class="median" x1="8" x2="8" y1="1" y2="15"/>`)} median of all</li>
<li>${sign(markup`<line class="p95" x1="8" x2="8" y1="1" y2="15"/>`)} 95 % are quicker</li>
<li>${sign(markup`<line class="limit" x1="8" x2="8" y1="1" y2="15"/>`)} five seconds: nothing is shown any more</li>
</ul>`;
