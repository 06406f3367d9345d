/** Each format of one report that holds whatever a connector may send. */
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { verifyHtml } from './html.ts';
import { verifyJson } from './json.ts';
import { verifyJunit } from './junit.ts';
import { hostile, sampleReport as report } from './sample-report.ts';
import { verifyText } from './text.ts';
import { shownSentence } from './words.ts';

describe('text', () => {
  const text = verifyText(report, false);
  const at = (words: string) => {
    expect(text).toContain(words);
    return text.indexOf(words);
  };

  test('has the verdicts first, then failures, advice, what could not run, and the sum', () => {
    const places = [
      at('✗ opportunity-insights  would not be shown: The connector answered 500.'),
      at('✗ answer-status  What answer-status holds'),
      at('! time-within-budget'),
      at('? Could not run'),
      at('The run was stopped'),
      at('2 failed, 1 advice, 4 could not run, 2 passed, 1 not applicable'),
      at('120 requests, 3 of them answered 429, 12.3 s, seed 7'),
    ];
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('tells a failure with its request, its answer, why and how to mend it, the last two once', () => {
    expect(text.match(/curl -X GET/g)).toHaveLength(2);
    expect(text).toMatch(/ {6}500, a <b>.*3 ms {2}a <b> & "c"/);
    expect(text.match(/A seller sees nothing/g)).toHaveLength(2);
    expect(text).toMatch(/ {2}mend {2}Answer 200\./);
  });

  test('cuts a request that would fill the terminal, and says where it stands whole', () => {
    const checks = report.checks.map((check) => ({
      ...check,
      curl: check.curl && `${check.curl} '${'x'.repeat(4000)}'`,
    }));
    const long = verifyText({ ...report, checks }, false);
    expect(long).toMatch(/x… \(\d+ characters; whole with --format html or json\)/);
    expect(Math.max(...long.split('\n').map((each) => each.length))).toBeLessThan(700);
  });

  test('says once what could not run for the same reason', () => {
    expect(text).toMatch(/\n {2}a <b>.*\n {6}record-details, record-summary: paging-pages, paging-order\n/);
  });

  test('has nothing that a terminal would obey, but for its own colours', () => {
    expect(text).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
    expect(verifyText(report, true)).toContain('\u001b[31m✗\u001b[39m opportunity-insights');
  });
});

test('json is the report, with its summary', () => {
  expect(JSON.parse(verifyJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  expect(JSON.parse(verifyJson(report)).summary).toEqual({
    pass: 2,
    fail: 2,
    advice: 1,
    'not-applicable': 1,
    'could-not-run': 4,
  });
});

describe('junit', () => {
  const parsed = (xml: string) => {
    const opened: { name: string; attributes: Record<string, string> }[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) =>
      opened.push({ name, attributes: attributes as Record<string, string> }),
    );
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(xml).close();
    return (name: string) => opened.filter((each) => each.name === name).map(({ attributes }) => attributes);
  };

  test('has a suite an extension point and a case a check, whatever messages hold', () => {
    const named = parsed(verifyJunit(report));
    expect(named('testsuite').map(({ name, tests, failures, skipped }) => [name, tests, failures, skipped])).toEqual([
      ['record-summary', '3', '1', '2'],
      ['opportunity-insights', '1', '1', undefined],
      ['record-details', '4', '0', '3'],
      ['email-draft', '1', '0', undefined],
      ['connector', '1', '0', undefined],
    ]);
    expect(named('failure')[0]?.message).toContain('a <b> & "c" \'d\' ]]>');
    expect(named('testcase')[0]).toMatchObject({ name: 'answer-status', time: '0.012' });
  });

  test('what could not run is skipped with its reason, and an error where the run is strict', () => {
    expect(parsed(verifyJunit(report))('skipped').map(({ type }) => type)).toEqual([
      'could-not-run',
      'could-not-run',
      'not-applicable',
      'could-not-run',
      'could-not-run',
    ]);
    const strict = parsed(verifyJunit(report, true));
    expect(strict('error').map(({ message }) => message?.slice(0, 13))).toEqual(Array(4).fill('Could not run'));
    expect(strict('skipped').map(({ type }) => type)).toEqual(['not-applicable']);
  });
});

describe('html', () => {
  const html = verifyHtml(report);

  test('holds no tag of a connector, no address but of the web, and nothing that is loaded or run', () => {
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\son\w+="|\sstyle="|url\(|@import/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address?.slice(0, 8))).toEqual(
      Array(10).fill('https://'),
    );
    expect(html).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
    expect(html).toContain('a &#60;b&#62; &#38; &#34;c&#34;');
  });

  test('has a policy that lets in its own style only', () => {
    expect(html).toMatch(
      /content="default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/,
    );
  });

  test('counts what it leaves out of a long list', () => {
    expect(html).toContain('and 2 more');
  });

  test('draws each place of the chart once for each row of dots, and what came too late apart', () => {
    const dots = html.match(/class="(dot|late)" cx/g) ?? [];
    expect(dots.length).toBeLessThan(60);
    expect(dots.filter((dot) => dot.includes('late'))).toHaveLength(1);
  });
});

test('the sentence about all actions', () => {
  const { shown } = report;
  expect(shownSentence(Object.values(shown))).toBe(
    'Of 6 actions, 3 would be shown, 1 not always, 1 would not, 1 brought nothing to see.',
  );
  const [one] = Object.values(shown);
  expect([[], one ? [one] : [], one ? [one, one] : []].map(shownSentence)).toEqual([
    'No action was examined.',
    'Its 1 action would be shown.',
    'All 2 actions would be shown.',
  ]);
  expect(hostile).toContain('<script>');
});
