/** What checks said: failures and advice with their requests, the rest folded away. */
import { type Markup, markup, type Value } from '../../../report/markup.ts';
import { byCheck, byReason, namesOf } from '../by-check.ts';
import { answerLine, bodyExcerpt } from '../excerpt.ts';
import type { CheckResult, VerifyReport } from '../verify-report.ts';
import { countWords } from '../words.ts';

const longestAnswer = 4000;

/** What failed, or what is merely wise, check by check: the first request of each is open. */
export function findings(checks: readonly CheckResult[], status: 'fail' | 'advice'): Value {
  return byCheck(checks, status).map(({ check, results }) => {
    const { id, title, why, mend, source } = check;
    const reasons = Object.entries({ Why: why, Mend: mend, Source: source });
    return markup`<article class="finding ${status}">
<h3><code>${id}</code> ${title}</h3>
<dl class="reasons">${reasons.map(([name, text]) => text && markup`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
${results.map((result, index) => seen(result, status === 'fail' && index === 0))}
</article>
`;
  });
}

function seen({ extensionPoint, message, curl, response, id }: CheckResult, isOpen: boolean): Markup {
  const name = extensionPoint ?? 'The connector';
  const hasMore = curl !== null || response !== null;
  return markup`<div class="seen"><p><strong>${name}</strong> <bdi>${message}</bdi></p>
${
  hasMore &&
  markup`<details${isOpen && openAttribute}><summary>Request and answer</summary><div>
${curl !== null && [label('Request; a click selects it all'), block(curl, `Request of ${id}, ${name}`, 'curl')]}
${response && [label(`Answer: ${answerLine(response)}`), block(bodyExcerpt(response, longestAnswer), `Answer to ${id}, ${name}`, 'answer')]}
</div></details>`
}</div>`;
}

const openAttribute = markup` open`;

function label(text: string): Markup {
  return markup`<p class="label">${text}</p>`;
}

function block(text: string, name: string, className: string): Value {
  return text !== '' && markup`<pre class="${className}" tabindex="0" role="group" aria-label="${name}">${text}</pre>`;
}

/** What passed, check by check, in a <details>. */
export function passes({ checks, shown, summary }: VerifyReport): Value {
  const rows = byCheck(checks, 'pass').map(
    ({ check, results }) =>
      markup`<li><code>${check.id}</code><div>${check.title} <span class="quiet">${namesOf(results, shown)}</span></div></li>`,
  );
  return folded(summary.pass, 'passed', rows);
}

/** What was not seen to hold, by its reason, in a <details>. */
export function unseen(report: VerifyReport, status: 'could-not-run' | 'not-applicable'): Value {
  const rows = byReason(report, status).map(
    ({ message, about }) =>
      markup`<li class="reason"><bdi>${message}</bdi>${about.map(({ ids, names }) => markup`<div class="quiet">${names}: <code>${ids}</code></div>`)}</li>`,
  );
  return folded(report.summary[status], countWords[status], rows);
}

function folded(count: number, words: string, rows: readonly Markup[]): Value {
  return (
    count > 0 &&
    markup`<details class="folded"><summary>${count} ${words}</summary><ul class="checks">${rows}</ul></details>`
  );
}
