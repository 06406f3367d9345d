/** Whatever is sent, no answer but the documented ones, and never a 5xx. GENERATED_REQUESTS=100000 sends more. */
import fc from 'fast-check';
import { type ErrorCode, type ExtensionPoint, errors, extensionPoints } from 'saleskit/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opportunity, paths, type RunningHub, startHub } from './running-hub.ts';
import { answerProblems, errorBodyProblems } from './schemas.ts';

const runs = Number(process.env.GENERATED_REQUESTS ?? 10_000);

let hub: RunningHub;
beforeAll(async () => {
  hub = await startHub('--throttle', 'off');
});
afterAll(() => hub.close());

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'null',
    '__proto__',
    'constructor',
    "' OR 1=1 --",
    '%00',
    '\u0000',
    '<script>',
    '../../etc',
    '{}',
  ),
  fc.constantFrom(
    'opportunity',
    'account',
    'contact',
    opportunity.dynamics,
    opportunity.salesforce,
    'Dynamics365',
    'Salesforce',
  ),
  fc.constantFrom(
    'contoso.crm.dynamics.com',
    'https://contoso.my.salesforce.com/',
    '2026-05-07T03:28:38Z',
    'Fourth Coffee',
  ),
  fc.nat({ max: 200 }).map(String),
);
const anything = fc.oneof({ weight: 3, arbitrary: text }, fc.jsonValue({ maxDepth: 3 }));

const mail = fc.record(
  Object.fromEntries(
    extensionPoints.emailSummary.models.ExtensibilityEmail.map((field) => [
      field.name,
      field.type === 'array' ? fc.oneof(fc.array(text, { maxLength: 5 }), anything) : anything,
    ]),
  ),
  { requiredKeys: [] },
);
const entities = fc.array(fc.record({ entityId: text, entityType: text, entitySource: text }, { requiredKeys: [] }), {
  maxLength: 4,
});

const good: Readonly<Record<string, unknown>> = {
  recordType: 'opportunity',
  recordId: opportunity.dynamics,
  resourceData: { subject: 'contract', from: 'alberto@fourthcoffee.com' },
  resourceType: 'email-thread',
  accountName: 'Fourth Coffee',
};
const fitting: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  resourceData: mail,
  relatedEntities: entities,
  top: fc.integer({ min: -5, max: 300 }),
  skip: fc.integer({ min: -5, max: 30 }),
};

/** Good inputs of a point, of which up to three are anything, or absent; and more that nobody knows. */
function inputsOf({ inputs, inputsIn }: ExtensionPoint): fc.Arbitrary<Record<string, unknown>> {
  const names = inputs.map(({ name }) => name);
  const value = (name: string) => {
    const fit = fitting[name] ?? text;
    return fc.oneof({ weight: 4, arbitrary: fit }, fc.constant(undefined), inputsIn === 'query' ? text : anything);
  };
  const base = Object.fromEntries(names.flatMap((name) => (name in good ? [[name, good[name]]] : [])));
  const changes = fc
    .subarray(names, { maxLength: Math.min(3, names.length) })
    .chain((changed) => fc.record(Object.fromEntries(changed.map((name) => [name, value(name)]))));
  const more = fc.dictionary(fc.string({ maxLength: 10 }), text, { maxKeys: 2 });
  return fc.tuple(more, changes).map(([unknown, changed]) => {
    const sent = Object.entries({ ...unknown, ...base, ...changed });
    return Object.fromEntries(sent.filter(([, each]) => each !== undefined));
  });
}

const headers = fc.record(
  {
    'accept-language': fc.oneof(
      fc.constantFrom('fr-FR', '*', 'xx', ';q=', 'de;q=2'),
      fc.stringMatching(/^[ -~]{0,40}$/),
    ),
    'x-ms-client-request-id': fc.stringMatching(/^[ -~]{0,200}$/),
    'x-ms-user-agent': fc.constant('sales-copilot'),
    traceparent: fc.stringMatching(/^[ -~]{0,60}$/),
  },
  { requiredKeys: [] },
);

const points = ['recordDetails', 'recordSummary', 'opportunityInsights', 'emailSummary', 'emailDraft'] as const;
const skill = {
  ...extensionPoints.salesChat,
  inputsIn: 'query',
  inputs: [{ name: 'accountName' }],
} as unknown as ExtensionPoint;
const targets = [
  ...points.map((name) => ({ path: paths[name], point: extensionPoints[name] as ExtensionPoint })),
  { path: paths.keyStakeholders, point: skill },
];
const requests = fc.oneof(
  ...targets.map((target) => fc.record({ target: fc.constant(target), inputs: inputsOf(target.point), headers })),
);

const problemsOf = new Map(targets.map(({ path, point }) => [path, answerProblems(point)]));
const statusOf = new Map<string, number>(errors.map(({ errorCode, status }) => [errorCode, status]));

test(`${runs.toLocaleString('en')} generated requests get documented answers`, {
  timeout: 240_000 + runs * 20,
}, async () => {
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests, async ({ target, inputs, headers }) => {
      const inQuery = target.point.inputsIn === 'query';
      const response = inQuery
        ? await hub.get(
            target.path,
            Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)])),
            headers,
          )
        : await hub.post(target.path, inputs, headers);
      const body = (await response.json()) as { errorCode: ErrorCode };
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      expect(response.status).toBeLessThan(500);
      if (response.status === 200) {
        expect(problemsOf.get(target.path)?.(body)).toEqual([]);
      } else {
        expect(errorBodyProblems(body)).toEqual([]);
        expect(response.status).toBe(statusOf.get(body.errorCode));
      }
    }),
    { numRuns: runs },
  );
  // The generator reaches what it is meant to reach.
  for (const status of [200, 400, 404])
    expect(seen.get(status) ?? 0, `answers of status ${status}`).toBeGreaterThan(runs / 50);
});

test('bodies that are no JSON objects get documented answers', async () => {
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.constantFrom('{"resourceData":', '[[[[', '1e999', '"\\ud800"', '{"a":1}}'),
  );
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom(paths.emailSummary, paths.emailDraft), async (sent, path) => {
      const response = await hub.post(path, sent);
      expect(response.status).toBeLessThan(500);
      if (response.status !== 200) expect(errorBodyProblems(await response.json())).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('JSON nested ten thousand deep is answered', async () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const nested = `{"resourceData":${open.repeat(10_000)}1${close.repeat(10_000)}}`;
    expect([200, 400]).toContain((await hub.post(paths.emailSummary, nested)).status);
  }
});
