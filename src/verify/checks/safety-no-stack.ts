import type { Exchange } from '../asking/exchange.ts';
import { actionCheck } from '../check.ts';
import { refusals } from '../provoked.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

/** What gives away where and how a program runs. */
const innards: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\bat (?:async )?[\w$.<>[\] ]*\(?(?:file:\/\/|node:|[A-Za-z]:\\|\/)[^\s()]*:\d+:\d+/, 'a stack trace (JavaScript)'],
  [/\bat [\w$.]+\([\w$]+\.(?:java|kt|scala):\d+\)/, 'a stack trace (JVM)'],
  [/\bat [\w.`<>[\],]+\([^)]*\) in .+:line \d+/, 'a stack trace (.NET)'],
  [/Traceback \(most recent call last\)|\bFile "[^"]+", line \d+/, 'a stack trace (Python)'],
  [/\bgoroutine \d+ \[|\.go:\d+ \+0x/, 'a stack trace (Go)'],
  [/\.rb:\d+:in [`']/, 'a stack trace (Ruby)'],
  [/\bStack trace:|\.php(?::\d+| on line \d+)/i, 'a stack trace (PHP)'],
  [/\b(?:System|Microsoft|java|javax|org|com)(?:\.\w+)+(?:Exception|Error)\b/, 'the name of an exception'],
  [
    /(?:^|[\s"'(=:])\/(?:[\w.@-]+\/)+[\w.@-]+\.(?:[cm]?[jt]s|py|cs|java|rb|php|go|dll|jar|sqlite|db)\b/,
    'the path of a file',
  ],
  [
    /\bSQLSTATE\b|\bORA-\d{5}\b|\bSQLITE_[A-Z]+\b|\berror in your SQL syntax\b|\bsyntax error at or near\b/i,
    'an error of a database',
  ],
  // In capitals: "select a record from the list" is English.
  [
    /\bSELECT\s[^;]{1,300}?\sFROM\s+[\w."`[\]]|\bINSERT\s+INTO\s+[\w."`[\]]|\bselect \* from\b/,
    'a query of a database',
  ],
  [/\bdelete\s+from\s+[\w."`[\]]+\s+where\b|\bupdate\s+[\w."`[\]]+\s+set\s+[\w."`[\]]+\s*=/i, 'a query of a database'],
  [/\b[A-Za-z]:\\(?:[^\\\s"<>|]+\\)+/, 'the path of a file'],
];

export const safetyNoStack = actionCheck({
  id: 'safety-no-stack',
  group: 'safety',
  title: 'Errors tell nothing of how the connector is made',
  why: 'Stack traces, queries and paths tell an attacker what to try next, and a seller nothing.',
  source: 'OWASP, Improper Error Handling',
  mend: 'Log the error with its stack, and answer a message in words with the id of the request.',
  async run(subject) {
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const refused = await refusals(subject);
    for (const { words, exchange } of refused) {
      const text = textOf(exchange);
      const found = innards.find(([pattern]) => pattern.test(text));
      if (found) return fail(`Asked ${words}: the error shows ${found[1]}.`, exchange);
    }
    const [first] = refused;
    return first
      ? pass(`${refused.length} errors`, first.exchange)
      : notApplicable('Nothing was refused that was asked.');
  },
});

/** All texts of the body, with their line breaks. */
function textOf({ json, answer }: Exchange): string {
  const texts: string[] = [];
  JSON.stringify(json, (_name, value) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return json === undefined ? answer.body : texts.join('\n');
}
