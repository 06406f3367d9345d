/** The style of the page: system fonts, one accent colour, light and dark, narrow, wide and printed. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f6f7f8; --text: #1d2125; --quiet: #59626c; --line: #dfe3e7;
  --accent: #0b6b6b; --bad: #b3261e; --bad-paper: #fdf3f2; --wise: #835400; --wise-paper: #fdf7ea;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --raised: #1c2024; --text: #e5e8ea; --quiet: #9ca6af; --line: #30363c;
    --accent: #63c5bf; --bad: #ff9a91; --bad-paper: #2a1c1c; --wise: #e9b85f; --wise-paper: #282217;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--text); overflow-wrap: anywhere }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem) }
header { padding-top: clamp(2rem, 6vw, 4rem) }
footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--quiet); font-size: .875rem }
h1, h2, h3, h4, p, ul, ol, dl, dd, pre { margin: 0; padding: 0 }
ul, ol { list-style: none }
h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; font-weight: 650; letter-spacing: -.02em; text-wrap: balance }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; margin-bottom: .25rem }
h3 { font-size: 1rem; line-height: 1.4; font-weight: 650 }
section { margin-top: clamp(2.5rem, 6vw, 3.5rem) }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px }
code, pre { font-family: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, monospace; font-size: .8125rem }
.name { display: block; color: var(--quiet) }
.quiet { color: var(--quiet) }
.eyebrow { color: var(--accent); font-size: .875rem; font-weight: 600; margin-bottom: .5rem }
.lede { font-size: 1.125rem; margin-top: .75rem; max-width: 44rem; text-wrap: pretty }
.intro { color: var(--quiet); font-size: .9375rem; max-width: 44rem; margin-bottom: 1rem }
.facts { display: flex; flex-wrap: wrap; gap: 1rem clamp(1.5rem, 5vw, 3rem); margin-top: 1.75rem; padding: 1.125rem 0; border: solid var(--line); border-width: 1px 0 }
.facts dt { color: var(--quiet); font-size: .8125rem }
.stopped { margin-top: 1rem; padding: .625rem .875rem; border-left: 3px solid var(--wise); background: var(--wise-paper) }

.verdicts { border-top: 1px solid var(--line); margin-top: 1rem }
.verdicts li { display: grid; grid-template-columns: 1.5rem minmax(0, 22rem) minmax(0, 1fr); gap: 0 .75rem; padding: .75rem 0; border-bottom: 1px solid var(--line) }
.mark { width: 1.25rem; height: 1.25rem; margin-top: .125rem; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; flex: none }
.good { color: var(--accent) } .bad { color: var(--bad) } .wise { color: var(--wise) } .unseen { color: var(--quiet) }
.why { display: block; color: var(--text); font-size: .9375rem }
strong { font-weight: 600 }

.cards { columns: 2 22rem; column-gap: 1rem }
.card { border: 1px solid var(--line); border-radius: .625rem; padding: 1.125rem 1.25rem 1.25rem; margin-bottom: 1rem; break-inside: avoid }
.card > p.about { color: var(--quiet); font-size: .8125rem; margin: .125rem 0 .875rem }
.card li + li { margin-top: .75rem }
.card .plain li { font-size: .9375rem }
.card .small { color: var(--quiet); font-size: .875rem }
.bullets li { padding-left: 1.125rem; position: relative; font-size: .9375rem }
.bullets li::before { content: ""; position: absolute; left: .125rem; top: .6em; width: .3125rem; height: .3125rem; border-radius: 50%; background: var(--accent) }
.bullets li + li { margin-top: .5rem }
.number { font-size: .6875rem; color: var(--accent); border: 1px solid currentColor; border-radius: .25rem; padding: 0 .25rem; margin-left: .25rem; vertical-align: .1em; white-space: nowrap }
.pairs { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: .125rem .75rem; font-size: .8125rem; margin-top: .25rem }
.pairs dt { color: var(--quiet) }
.inner { background: var(--raised); border-radius: .5rem; padding: .75rem .875rem; margin-top: .5rem; font-size: .9375rem }
.inner p + p { margin-top: .25rem }

details { margin-top: .75rem }
summary { cursor: pointer; color: var(--accent); font-size: .875rem; width: fit-content; max-width: 100% }
details > :not(summary) { margin-top: .625rem }
.folded > summary { font-size: 1rem; color: var(--text); padding: .375rem 0 }
.folded { border-top: 1px solid var(--line); margin: 0; padding: .5rem 0 }
.folded:last-of-type { border-bottom: 1px solid var(--line) }
.checks li { display: grid; grid-template-columns: minmax(0, 16rem) minmax(0, 1fr); gap: 0 1rem; padding: .375rem 0; font-size: .875rem }

.checks li.reason { display: block; padding: .5rem 0 }
.finding { border: 1px solid var(--line); border-left: 3px solid var(--bad); border-radius: .375rem; padding: 1rem 1.25rem 1.25rem; margin-top: 1rem }
.finding.advice { border-left-color: var(--wise) }
.finding h3 code { display: block; color: var(--bad); font-weight: 600; margin-bottom: .125rem }
.finding.advice h3 code { color: var(--wise) }
.reasons { display: grid; grid-template-columns: 4rem minmax(0, 1fr); gap: .25rem .75rem; margin: .625rem 0 0; font-size: .9375rem }
.reasons dt { color: var(--quiet) }
.seen { border-top: 1px solid var(--line); margin-top: .875rem; padding-top: .875rem }
.seen details { margin-top: .25rem }
.label { font-size: .8125rem; color: var(--quiet); margin: .75rem 0 .25rem }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: .375rem; padding: .625rem .75rem; white-space: pre-wrap; max-height: 24rem; overflow: auto; line-height: 1.5 }
pre.curl { max-height: 14rem; user-select: all; -webkit-user-select: all }

.times { margin-top: 1rem }
.times .axis, .times li { display: grid; grid-template-columns: minmax(0, 13rem) minmax(0, 1fr); gap: 0 1rem }
.times li { padding: .5rem 0; border-top: 1px solid var(--line); break-inside: avoid }
.times li > :first-child { grid-row: span 2 }
.times .numbers { grid-column: 2; font-size: .8125rem; color: var(--quiet) }
.plot { display: block; width: 100%; height: 2.25rem; overflow: visible }
.axis .plot { grid-column: 2; height: 1.25rem }
.plot text { fill: var(--quiet); font-size: .75rem }
.plot .limit-text { fill: var(--bad); font-weight: 600 }
.plot .grid { stroke: var(--line) }
.plot .limit { stroke: var(--bad); stroke-width: 1.5 }
.plot .beyond { fill: var(--bad); opacity: .08 }
.plot .dot { fill: var(--accent); fill-opacity: .5 }
.plot .late { fill: var(--bad); fill-opacity: .8 }
.plot .first { fill: var(--paper); stroke: var(--accent); stroke-width: 2 }
.plot .median { stroke: var(--text); stroke-width: 2 }
.plot .p95 { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 3 3 }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .8125rem; color: var(--quiet); margin-top: .75rem }
.legend li { display: flex; align-items: center; gap: .375rem }
.legend .plot { width: 1rem; height: 1rem }

@media (max-width: 44rem) {
  .verdicts li { grid-template-columns: 1.5rem minmax(0, 1fr) }
  .verdicts .told { grid-column: 2; margin-top: .125rem }
  .times .axis, .times li, .checks li { grid-template-columns: minmax(0, 1fr) }
  .times li > :first-child { grid-row: auto; margin-bottom: .25rem }
  .times .numbers, .axis .plot { grid-column: 1 }
  .reasons { grid-template-columns: minmax(0, 1fr); gap: 0 }
  .reasons dd { margin-bottom: .375rem }
  .finding { padding: .875rem 1rem 1rem }
}
@media print {
  :root { font-size: 10pt; color-scheme: light }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0 }
  header { padding-top: 0 }
  pre, pre.curl { max-height: none }
  h2, h3 { break-after: avoid }
  .finding { break-inside: auto }
  details::details-content { content-visibility: visible; display: block; height: auto }
}
`;
