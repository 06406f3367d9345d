import { describe, expect, test } from 'vitest';
import { addressesIn, readMail } from './mail.ts';
import { topicsOf } from './topics.ts';

describe('a mail', () => {
  test('has its participants in lower case, the sender first, each once', () => {
    const mail = readMail({
      from: 'Alberto Burgos <Alberto@FourthCoffee.com>',
      to: ['kenny@contoso.com', 'alberto@fourthcoffee.com'],
      cc: ['"Benis, Tony" <tony@fourthcoffee.com>; mona@contoso.com'],
    });
    expect(mail.sender).toBe('alberto@fourthcoffee.com');
    expect(mail.participants).toEqual([
      'alberto@fourthcoffee.com',
      'kenny@contoso.com',
      'tony@fourthcoffee.com',
      'mona@contoso.com',
    ]);
  });

  test('has the text of its HTML where there is no plain text', () => {
    const fullHtmlBody =
      '<html><style>p { color: red }</style><p>The <b>price</b> of the contract</p><script>x("delivery")</script>';
    const { body, bodyTopics } = readMail({ fullHtmlBody });
    expect(body.replace(/\s+/g, ' ').trim()).toBe('the price of the contract');
    expect([...bodyTopics]).toEqual(['agreement', 'pricing']);
  });

  test.each(['<', '<<<<', '<style>never closed', '<p', 'a < b', '<!-- x'])(
    'of broken HTML %j is read as far as it goes',
    (fullHtmlBody) => {
      expect(() => readMail({ fullHtmlBody })).not.toThrow();
    },
  );

  test('of the gateway’s largest size is read as far as it matters', () => {
    const mail = readMail({
      fullHtmlBody: `the price ${'<p>'.repeat(1_000_000)}`,
      to: Array(100_000).fill('@'.repeat(30)),
    });
    expect(mail.bodyTopics).toContain('pricing');
  });

  test.each([
    ['scripts that are never closed', { fullHtmlBody: '<script>'.repeat(380_000) }],
    ['words without end for addresses', { to: Array(155).fill('a'.repeat(20_000)) }],
    ['signs for addresses', { from: '@'.repeat(3_000_000), cc: Array(1000).fill('@'.repeat(3_000)) }],
  ])('of %s takes no longer than its length', (_what, data) => {
    const started = performance.now();
    readMail(data);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('may have nothing', () => {
    expect(readMail({})).toMatchObject({ sender: undefined, participants: [], subject: '', body: '' });
  });
});

test.each([
  ['we signed the renewal', ['agreement']],
  ['was kostet das? bitte ein angebot und die lieferung', ['pricing', 'delivery']],
  ['契約の価格', ['agreement', 'pricing']],
  ['请签署合同', ['agreement']],
  ['a design of assignments in costa rica', []],
  ['according to plan, lunch at noon is significant', []],
  ['unsere firma macht urlaub', []],
  ['concerning lunch: any specific wishes? service is good.', []],
  ['could you send us the data sheet please?', ['technical']],
])('%j speaks of %j', (text, topics) => {
  expect([...topicsOf(text)]).toEqual(topics);
});

test('an address that no URL could carry is none', () => {
  expect(addressesIn([`${'ä'.repeat(100)}@x.com`, 'ok@x.com'])).toEqual(['ok@x.com']);
});
