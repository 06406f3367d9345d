/** One self-contained page: nothing is loaded, nothing runs, everything of a connector is escaped. */
import { hash } from 'node:crypto';
import { Markup, markup, type Value } from '../../report/markup.ts';
import { findings, passes, unseen } from './html/findings.ts';
import { latencyChart } from './html/latency-chart.ts';
import { verdictClass, verdictMark } from './html/marks.ts';
import { sellerView } from './html/seller-view.ts';
import { style } from './html/style.ts';
import type { VerifyReport } from './verify-report.ts';
import { shownSentence, verdictWords } from './words.ts';

const security = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'`;

/** The report as a document for a colleague. */
export function verifyHtml(report: VerifyReport): string {
  const { connector, checks, shown, language } = report;
  const isAnyShown = Object.values(shown).some(({ section }) => section !== null);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(security)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${`saleskit ${report.version}`}">
<title>${connector}: does it keep its word?</title>
<style>${new Markup(style)}</style>
</head>
<body>
${header(report)}
<main>
${section('Would it be shown?', 'By the first calls to each action, judged as Copilot for Sales would.', verdicts(report))}
${section('Failures', 'What the guidelines, the documentation or safety demand, and was not so.', findings(checks, 'fail'))}
${section('Advice', 'Nothing fails for it; wise all the same.', findings(checks, 'advice'))}
${isAnyShown && section('What a seller would see', 'Of the call that showed most, what Copilot for Sales would draw.', sellerView(Object.values(shown), connector, language))}
${section('Response times', 'From the first byte sent to the last received, on a logarithmic scale. Copilot for Sales waits five seconds.', latencyChart(report))}
${section('All other checks', 'What could not run is not green: nothing was seen.', [
  unseen(report, 'could-not-run'),
  unseen(report, 'not-applicable'),
  passes(report),
])}
</main>
<footer><p>Made by saleskit ${report.version}. Tokens are masked. This page loads nothing and runs nothing; customers’ data may stand in it.</p></footer>
</body>
</html>
`.html;
}

function header(report: VerifyReport): Markup {
  const { connector, url, startedAt, durationMs, seed, languages, requests, isStopped } = report;
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const facts: readonly (readonly [string, Value])[] = [
    ['Address', markup`<bdi>${url}</bdi>`],
    ['When', markup`<time datetime="${startedAt}">${when.format(new Date(startedAt))} UTC</time>`],
    [languages.length > 1 ? 'Languages' : 'Language', languages.join(', ')],
    ['Requests', `${requests.requests}${requests.throttled > 0 ? `, ${requests.throttled} throttled` : ''}`],
    ['Took', `${(durationMs / 1000).toFixed(1)} s`],
    ['Seed', seed],
  ];
  return markup`<header>
<p class="eyebrow">saleskit verify</p>
<h1><bdi>${connector}</bdi></h1>
<p class="lede">${shownSentence(Object.values(report.shown))} ${checksSentence(report)}</p>
${isStopped && markup`<p class="stopped">The run was stopped: checks that are told as “could not run” were not reached.</p>`}
<dl class="facts">${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`;
}

function checksSentence({ summary }: VerifyReport): string {
  const { fail, advice, pass, 'could-not-run': unseen } = summary;
  const failed = fail === 0 ? 'No check failed' : `${fail} ${fail === 1 ? 'check' : 'checks'} failed`;
  const rest = [
    advice > 0 && `${advice} ${advice === 1 ? 'gives' : 'give'} advice`,
    `${pass} passed`,
    unseen > 0 && `${unseen} could not run`,
  ];
  return `${[failed, ...rest.filter((each) => each !== false)].join(', ')}.`;
}

function verdicts({ shown }: VerifyReport): Markup {
  const rows = Object.entries(shown).map(
    ([name, { title, verdict, why }]) => markup`<li>${verdictMark(verdict)}
<div><strong>${title}</strong> <code class="name">${name}</code></div>
<div class="told"><strong class="${verdictClass(verdict)}">${verdictWords[verdict]}</strong>${why !== null && markup` <bdi class="why">${why}</bdi>`}</div></li>
`,
  );
  return markup`<ul class="verdicts">${rows}</ul>`;
}

/** Left out where there is nothing in it. */
function section(title: string, intro: string, content: Value): Value {
  const isEmpty = (value: Value): boolean =>
    value === undefined || value === null || value === false || (Array.isArray(value) && value.every(isEmpty));
  return (
    !isEmpty(content) &&
    markup`<section>
<h2>${title}</h2>
<p class="intro">${intro}</p>
${content}
</section>
`
  );
}
