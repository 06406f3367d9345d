/** Discovery on Contoso Hub's package, as it is and broken on purpose. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type DiscoveredAction, discover } from '../src/discovery/discovery.ts';
import { readPackage } from '../src/package/connector-package.ts';
import { valueAt } from '../src/package/json-pointer.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const original = readFileSync(join(import.meta.dirname, '../contoso-hub/package/apiDefinition.swagger.json'), 'utf8');
let packages = 0;

// biome-ignore lint/suspicious/noExplicitAny: a definition is broken here in every way
type Definition = any;

async function discovered(
  change: (definition: Definition) => void = () => {},
  actions?: object,
): Promise<DiscoveredAction[]> {
  const definition = JSON.parse(original);
  change(definition);
  const place = join(folder, String(packages++));
  mkdirSync(place);
  writeFileSync(join(place, 'apiDefinition.swagger.json'), JSON.stringify(definition, null, 2));
  if (actions) writeFileSync(join(place, 'actions.json'), JSON.stringify(actions));
  const found = discover(await readPackage(place));
  for (const { reasons, findings } of found.actions) {
    for (const { pointer } of [...reasons, ...findings])
      expect(valueAt(definition, pointer ?? ''), pointer).toBeDefined();
  }
  return [...found.actions];
}

const path = '/api/enhanceskills/related-records';
const details = (definition: Definition) => definition.paths[path].get;
const parameter = (definition: Definition, name: string) =>
  details(definition).parameters.find((each: { name: string }) => each.name === name);
const actionOf = (actions: readonly DiscoveredAction[], operationId = 'scp-get-related-records') =>
  actions.find(({ operation }) => operation.operationId === operationId) as DiscoveredAction;

test('every action of Contoso Hub is found by its description, to the letter, and would be invoked', async () => {
  const actions = await discovered();
  expect(
    actions.map(({ operation, kind, matchedBy, exactness, invocable }) => [
      operation.operationId,
      kind,
      matchedBy,
      exactness,
      invocable,
    ]),
  ).toEqual([
    ['scp-get-content-suggestions', 'extension-point', 'description', 'exact', true],
    ['scp-get-email-insights-v2', 'extension-point', 'description', 'exact', true],
    ['scp-get-sales-highlights', 'extension-point', 'description', 'exact', true],
    ['scp-get-related-records', 'extension-point', 'description', 'exact', true],
    ['scp-get-related-activities', 'extension-point', 'description', 'exact', true],
    ['ChatAboutKeyStakeholders', 'chat-skill', null, undefined, true],
    ['TestConnection', 'none', null, undefined, false],
  ]);
  expect(actions.flatMap(({ findings }) => findings)).toEqual([]);
});

describe('would not be invoked', () => {
  const move = (definition: Definition, method: string) => {
    definition.paths[path] = { [method]: details(definition) };
  };
  const without = (definition: Definition, name: string) => {
    details(definition).parameters = details(definition).parameters.filter(
      (each: { name: string }) => each.name !== name,
    );
  };
  test.each<[string, (definition: Definition) => void, string]>([
    ['another method (G2)', (d) => move(d, 'post'), 'wrong-method'],
    ['a required input absent (G3)', (d) => without(d, 'recordId'), 'required-input-missing'],
    [
      'a required input described otherwise (G3)',
      (d) => Object.assign(parameter(d, 'recordId'), { description: 'The record.' }),
      'required-input-missing',
    ],
    [
      'a required input not described (G3)',
      (d) => delete parameter(d, 'recordId').description,
      'required-input-missing',
    ],
    [
      'an input of another type (G4)',
      (d) => Object.assign(parameter(d, 'recordId'), { type: 'integer' }),
      'input-type',
    ],
    [
      'a required input more (G5)',
      (d) =>
        details(d).parameters.push({
          name: 'region',
          in: 'query',
          type: 'string',
          required: true,
          description: 'The region.',
        }),
      'unknown-required-input',
    ],
    [
      'an optional input required and described otherwise (G5)',
      (d) => Object.assign(parameter(d, 'top'), { required: true, description: 'How many.' }),
      'unknown-required-input',
    ],
    [
      'a required header more (G5)',
      (d) => details(d).parameters.push({ name: 'x-key', in: 'header', type: 'string', required: true }),
      'unknown-required-input',
    ],
    [
      'a required input more on the path (G5)',
      (d) => {
        d.paths[path].parameters = [{ name: 'region', in: 'query', type: 'string', required: true }];
      },
      'unknown-required-input',
    ],
    [
      'a required input more by reference (G5)',
      (d) => {
        d.parameters = { region: { name: 'region', in: 'query', type: 'string', required: true } };
        details(d).parameters.push({ $ref: '#/parameters/region' });
      },
      'unknown-required-input',
    ],
  ])('%s', async (_case, change, code) => {
    const { invocable, reasons } = actionOf(await discovered(change));
    expect([invocable, reasons.map((reason) => reason.code)]).toEqual([false, [code]]);
  });

  test.each<[string, object]>([
    ['with properties of its own', { type: 'object', properties: { note: { type: 'string' } } }],
    ['without properties', { type: 'object' }],
    ['without a schema', {}],
  ])('a required body %s (G5)', async (_case, schema) => {
    const body = { name: 'body', in: 'body', required: true, schema };
    const { invocable, reasons } = actionOf(await discovered((d) => details(d).parameters.push(body)));
    expect([invocable, reasons.map(({ code, message }) => [code, message.split(',', 1)[0]])]).toEqual([
      false,
      [['unknown-required-input', 'The body (body) is required']],
    ]);
    const optional = await discovered((d) => details(d).parameters.push({ ...body, required: false }));
    expect(actionOf(optional).invocable).toBe(true);
  });

  test('an operation that is neither extension point nor chat skill, which says why', async () => {
    const reason = async (change: (definition: Definition) => void, id: string) => {
      const { invocable, reasons } = actionOf(await discovered(change), id);
      expect([invocable, reasons.map(({ code }) => code)]).toEqual([false, ['no-extension-point']]);
      return reasons[0]?.message;
    };
    const skill = (d: Definition) => d.paths['/api/chatskills/chat-about-key-stakeholders'].get;
    expect(await reason(() => {}, 'TestConnection')).toMatch(/x-ms-visibility is internal/);
    expect(await reason((d) => delete skill(d)['x-ms-openai-data'], 'ChatAboutKeyStakeholders')).toMatch(
      /openai-enabled is not true/,
    );
    expect(await reason((d) => Object.assign(skill(d), { operationId: 'scp-chat' }), 'scp-chat')).toMatch(
      /begins with scp-/,
    );
  });

  test('a body that lacks the mail, or requires more', async () => {
    const lacking = await discovered((d) => delete d.definitions.EmailSummaryRequest.properties.resourceData);
    expect(actionOf(lacking, 'scp-get-email-insights-v2').reasons.map(({ code }) => code)).toEqual([
      'required-input-missing',
    ]);
    const requiring = await discovered((d) => {
      const { EmailSummaryRequest } = d.definitions;
      EmailSummaryRequest.properties.key = { type: 'string', description: 'A key.' };
      EmailSummaryRequest.required.push('key');
    });
    expect(actionOf(requiring, 'scp-get-email-insights-v2').reasons.map(({ code }) => code)).toEqual([
      'unknown-required-input',
    ]);
  });
});

describe('a body of which more is required than the extension point has', () => {
  const object = (required: readonly string[]) => ({
    type: 'object',
    description: 'Options.',
    required,
    properties: { mode: { type: 'string', description: 'The mode.' } },
  });
  const request = (d: Definition) => d.definitions.EmailSummaryRequest;
  const reasonsOf = async (change: (d: Definition) => void) =>
    actionOf(await discovered(change), 'scp-get-email-insights-v2').reasons.map(({ message }) => message.split(' ')[0]);

  test.each<[string, (d: Definition) => void, string[]]>([
    [
      'in an optional object that the host does not send: it is never asked for',
      (d) => {
        request(d).properties.options = object(['mode']);
      },
      [],
    ],
    [
      'in a required object within an optional one that the host does not send',
      (d) => {
        request(d).properties.options = {
          type: 'object',
          required: ['inner'],
          properties: { inner: object(['mode']) },
        };
      },
      [],
    ],
    [
      'in a required object: told once, of the object',
      (d) => {
        request(d).properties.options = object(['mode']);
        request(d).required.push('options');
      },
      ['options'],
    ],
    [
      'in the optional list that the host fills',
      (d) => {
        d.definitions.RelatedEntity.properties.owner = { type: 'string', description: 'The owner.' };
        d.definitions.RelatedEntity.required.push('owner');
      },
      ['relatedEntities.[].owner'],
    ],
    [
      'optional in the list that the host fills',
      (d) => {
        d.definitions.RelatedEntity.properties.owner = { type: 'string', description: 'The owner.' };
      },
      [],
    ],
    [
      'in an optional object in the list that the host fills',
      (d) => {
        d.definitions.RelatedEntity.properties.options = object(['mode']);
      },
      [],
    ],
    [
      'required in the list that the host fills, and filled by the platform',
      (d) => {
        const own = { type: 'string', description: 'The owner.', 'x-ms-visibility': 'internal', default: 'me' };
        d.definitions.RelatedEntity.properties.owner = own;
        d.definitions.RelatedEntity.required.push('owner');
      },
      [],
    ],
    [
      'in a list that is described otherwise, which the host does not find',
      (d) => {
        request(d).properties.relatedEntities.description = 'Others.';
        d.definitions.RelatedEntity.properties.owner = { type: 'string', description: 'The owner.' };
        d.definitions.RelatedEntity.required.push('owner');
      },
      [],
    ],
  ])('%s (G5)', async (_case, change, names) => {
    expect(await reasonsOf(change)).toEqual(names);
  });

  test.each<[string, boolean, string[]]>([
    ['of a body that may be left out, and that nothing is filled into', false, []],
    ['of a body that must be there', true, ['options']],
  ])('%s (G5)', async (_case, required, names) => {
    const schema = { type: 'object', required: ['options'], properties: { options: object(['mode']) } };
    const actions = await discovered((d) => details(d).parameters.push({ name: 'body', in: 'body', required, schema }));
    expect(actionOf(actions).reasons.map(({ message }) => message.split(' ')[0])).toEqual(names);
  });
});

test('an output that is absent is an error only where the extension point requires it', async () => {
  const point = actionOf(await discovered()).point;
  for (const { name, required } of point?.item ?? []) {
    const { findings } = actionOf(
      await discovered((d) => {
        const item = d.definitions.RecordDetailsItem;
        delete item.properties[name];
        item.required = item.required.filter((each: string) => each !== name);
      }),
    );
    expect(
      findings.map(({ rule, severity }) => [rule, severity]),
      name,
    ).toEqual(required ? [['output-missing', 'error']] : []);
  }
  expect(new Set(point?.item.map(({ required }) => required))).toEqual(new Set([true, false]));
});

describe('would be invoked all the same', () => {
  test.each<[string, (definition: Definition) => void, string[]]>([
    [
      'another case, blanks, no full stop',
      (d) =>
        Object.assign(details(d), {
          description: `  ${details(d).description.toUpperCase().replaceAll(' ', '  ').slice(0, -1)}`,
        }),
      ['action-description-loose'],
    ],
    [
      'names and places of one’s own (G1, G3)',
      (d) => {
        Object.assign(parameter(d, 'recordId'), { name: 'id', in: 'header' });
        d.paths['/my/path'] = d.paths[path];
        delete d.paths[path];
      },
      [],
    ],
    [
      'an optional input of another type',
      (d) => Object.assign(parameter(d, 'top'), { type: 'string' }),
      ['input-type-optional'],
    ],
    [
      'an optional input described otherwise',
      (d) => Object.assign(parameter(d, 'top'), { description: 'How many.' }),
      ['input-description'],
    ],
    ['an optional input absent', (d) => details(d).parameters.splice(2, 1), []],
    [
      'a hidden required input with a default',
      (d) =>
        details(d).parameters.push({
          name: 'v',
          in: 'query',
          type: 'string',
          required: true,
          default: '1',
          'x-ms-visibility': 'internal',
        }),
      [],
    ],
    [
      'an input named connectorId (G6)',
      (d) => details(d).parameters.push({ name: 'connectorId', in: 'query', type: 'string' }),
      ['input-connector-id'],
    ],
    [
      'an enum that lacks a CRM',
      (d) => Object.assign(parameter(d, 'crmType'), { enum: ['Salesforce'] }),
      ['input-enum-missing'],
    ],
    [
      'an enum spelled otherwise',
      (d) => Object.assign(parameter(d, 'crmType'), { enum: ['dynamics 365', 'Salesforce'] }),
      ['input-enum-spelling'],
    ],
    [
      'an enum with a CRM more',
      (d) => Object.assign(parameter(d, 'crmType'), { enum: ['Dynamics365', 'Salesforce', 'HubSpot'] }),
      ['input-enum-unsent'],
    ],
    [
      'an output described otherwise',
      (d) => Object.assign(d.definitions.RecordDetailsItem.properties.recordTitle, { description: 'Title.' }),
      ['output-description'],
    ],
    [
      'a required output absent',
      (d) => delete d.definitions.RecordDetailsItem.properties.recordTitle,
      ['output-missing'],
    ],
    [
      'a required output not marked (G7)',
      (d) => d.definitions.RecordDetailsItem.required.splice(0, 1),
      ['output-not-required'],
    ],
  ])('%s', async (_case, change, rules) => {
    const { invocable, findings } = actionOf(await discovered(change));
    expect([invocable, findings.map(({ rule }) => rule)]).toEqual([true, rules]);
  });
});

describe('is matched by operationId, as in 2023, where the description matches nothing', () => {
  test('because it is another, shown word by word', async () => {
    const action = actionOf(
      await discovered((d) =>
        Object.assign(details(d), {
          description:
            'This action gets all records related to a record. The action enhances the existing skills of Copilot for Sales.',
        }),
      ),
    );
    expect([action.matchedBy, action.invocable]).toEqual(['operationId', true]);
    expect(action.findings[0]?.message).toMatch(/\[-all-\] records related to a \{\+CRM\+\} record/);
  });

  test('because it is translated, which is said', async () => {
    const action = actionOf(
      await discovered((d) =>
        Object.assign(details(d), {
          description:
            'Diese Aktion ruft Datensätze ab, die mit einem CRM-Datensatz verknüpft sind. Die Aktion verbessert die Fähigkeiten von Copilot for Sales.',
        }),
      ),
    );
    expect(action.findings[0]?.message).toMatch(/is translated/);
  });

  test('and its inputs by their names then', async () => {
    const action = actionOf(
      await discovered((d) => {
        details(d).description = 'Records.';
        for (const each of details(d).parameters) each.description = 'Something.';
      }),
    );
    expect([action.invocable, new Set(action.findings.map(({ rule }) => rule))]).toEqual([
      true,
      new Set(['action-matched-by-operation-id', 'input-matched-by-name']),
    ]);
  });
});

test.each([undefined, '  '])('a description that is missing (%j) is told, with what to write', async (description) => {
  const actions = await discovered((d) => Object.assign(details(d), { operationId: 'GetStuff', description }));
  const stuff = actions.find(({ operation }) => operation.operationId === 'GetStuff');
  expect(stuff?.findings).toMatchObject([
    {
      rule: 'action-description-missing',
      severity: 'warning',
      message: expect.stringMatching(
        /^GetStuff has the inputs of record-details and no description; write “This action/,
      ),
    },
  ]);
  const skills = await discovered((d) => {
    delete d.paths['/api/chatskills/chat-about-key-stakeholders'].get.description;
  });
  expect(skills.find(({ kind }) => kind === 'chat-skill')?.findings).toMatchObject([
    { rule: 'skill-description-missing', severity: 'warning' },
  ]);
});

test('a description that is near is explained, where the operationId is one’s own', async () => {
  const action = actionOf(
    await discovered((d) =>
      Object.assign(details(d), {
        operationId: 'GetRecords',
        description:
          'This action gets records related to the CRM record. The action enhances existing skills of Copilot for Sales.',
      }),
    ),
    'GetRecords',
  );
  expect(action.findings.map(({ rule }) => rule)).toEqual(['action-description-near']);
  expect(action.nearest?.id).toBe('record-details');
});

describe('a translated description under an operationId of one’s own', () => {
  const german =
    'Diese Aktion ruft Datensätze ab, die mit einem CRM-Datensatz verknüpft sind. Die Aktion verbessert die Fähigkeiten von Copilot for Sales.';
  const japanese = 'この操作は、CRM レコードに関連するレコードを取得します。';

  test.each([german, japanese])('is told, with the extension point that it is meant for: %s', async (description) => {
    const action = actionOf(
      await discovered((d) => Object.assign(details(d), { operationId: 'Mine', description })),
      'Mine',
    );
    expect(action.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['action-description-translated', 'warning'],
    ]);
    expect(action.findings[0]?.message).toMatch(/must stay in English\..*this is record-details: describe it as “This/);
  });

  test('is told without one where inputs and outputs tell nothing', async () => {
    const [action] = await discovered((d) => {
      d.paths = { '/x': { get: { operationId: 'X', description: german, responses: {} } } };
    });
    expect(action?.findings).toMatchObject([{ rule: 'action-description-translated', severity: 'info' }]);
  });

  test('is not seen in plain English', async () => {
    const [action] = await discovered((d) => {
      d.paths = {
        '/x': { get: { operationId: 'X', description: 'List all café items, orders and invoices very quickly.' } },
      };
    });
    expect(action?.findings).toEqual([]);
  });
});

test('an action of actions.json without operation is told, with the operation that may be meant', async () => {
  const place = join(folder, String(packages++));
  mkdirSync(place);
  writeFileSync(join(place, 'apiDefinition.swagger.json'), original);
  const actions = [
    { operationId: 'scp-get-related-record' },
    { operationId: 'Zzz' },
    { operationId: 'TestConnection' },
  ];
  writeFileSync(join(place, 'actions.json'), JSON.stringify({ actions }, null, 2));
  const { connector } = discover(await readPackage(place));
  expect(connector.findings).toMatchObject([
    { rule: 'action-without-operation', file: join(place, 'actions.json'), pointer: '/actions/0/operationId', line: 4 },
    { rule: 'action-without-operation', pointer: '/actions/1/operationId' },
  ]);
  expect(connector.findings[0]?.message).toMatch(/Is scp-get-related-records meant\?/);
});

test('a former wording counts, and is reported', async () => {
  const former =
    'This action gets additional sales insights related to a CRM record that will be shown in the Copilot for Sales record summary card. The action enhances the existing skills of copilot for sales.';
  const action = actionOf(
    await discovered((d) =>
      Object.assign(d.paths['/api/enhanceskills/related-activities'].get, { description: former }),
    ),
    'scp-get-related-activities',
  );
  expect([action.point?.id, action.isFormerWording, action.invocable]).toEqual(['record-summary', true, true]);
  expect(action.findings.map(({ rule }) => rule)).toEqual(['action-description-former']);
});

test('an action that is described otherwise than the extension point is not invoked, and one that says nothing as the definition', async () => {
  const operationId = 'scp-get-related-records';
  const mine = (d: Definition) => {
    details(d).description = 'Mine.';
  };
  const judged = async (change: (d: Definition) => void, actions?: object[]) => {
    const { invocable, reasons, findings } = actionOf(await discovered(change, actions && { actions }));
    return [
      invocable,
      ...reasons.map(({ code, overriddenAt }) => [code, overriddenAt]),
      ...findings.map(({ rule }) => rule),
    ];
  };
  const unmatched = 'action-description-unmatched';
  expect(await judged(() => {}, [{ operationId, description: 'Mine.' }])).toEqual([
    false,
    [unmatched, '/actions/0/description'],
  ]);
  expect(await judged(mine, [{ operationId }])).toEqual([false, [unmatched, undefined]]);
  expect(await judged(() => {}, [{ operationId }])).toEqual([true]);
  // What another action says tells nothing of this one.
  for (const actions of [undefined, [], [{ operationId: 'scp-get-related-activities' }]])
    expect(await judged(mine, actions)).toEqual([true, 'action-matched-by-operation-id']);
});

test('the action in Copilot Studio overrides the definition', async () => {
  const change = (d: Definition) => {
    details(d).description = 'Mine.';
    parameter(d, 'recordId').description = 'Mine.';
  };
  const override = {
    operationId: 'scp-get-related-records',
    description: JSON.parse(original).paths[path].get.description,
    parameters: {
      recordId: 'This input provides the unique identifier of the CRM record for which related records are requested.',
    },
  };
  const action = actionOf(await discovered(change, { actions: [override] }));
  expect([action.matchedBy, action.exactness, action.invocable, action.findings]).toEqual([
    'description',
    'exact',
    true,
    [],
  ]);
});

describe('two operations for one extension point', () => {
  test('are both reported, and the first is used', async () => {
    const actions = await discovered((d) => {
      d.paths['/again'] = { get: { ...details(d), operationId: 'Again' } };
    });
    expect([actionOf(actions).isUsed, actionOf(actions, 'Again').isUsed]).toEqual([true, false]);
    for (const id of ['scp-get-related-records', 'Again']) {
      const { findings } = actionOf(actions, id);
      expect(findings.map(({ rule }) => rule)).toEqual(['action-duplicate']);
      expect(findings[0]?.message).toMatch(
        /^scp-get-related-records and Again answer record-details; the host uses the first, scp-get-related-records\./,
      );
    }
  });

  test('are told which one would be invoked, where the one used would not', async () => {
    const actions = await discovered((d) => {
      d.paths['/again'] = { get: { ...details(d), operationId: 'Again' } };
      details(d).parameters = [...details(d).parameters, { name: 'key', in: 'query', required: true, type: 'string' }];
    });
    for (const id of ['scp-get-related-records', 'Again']) {
      const message = actionOf(actions, id).findings.find(({ rule }) => rule === 'action-duplicate')?.message;
      expect(message).toMatch(/scp-get-related-records would not be invoked and Again would: remove scp-get-related/);
    }
  });

  test('are no duplicates where they are the two versions of email summary; version 2 is used', async () => {
    const actions = await discovered((d) => {
      const { description } = d.paths['/api/enhanceskills/email-insights-v2'].post;
      const emailContacts = {
        name: 'emailContacts',
        in: 'query',
        type: 'string',
        required: true,
        description: 'This input indicates a list of all relevant participant emails in the current email thread.',
      };
      d.paths['/v1'] = { get: { operationId: 'V1', description, parameters: [emailContacts], responses: {} } };
    });
    const [first, second] = [actionOf(actions, 'V1'), actionOf(actions, 'scp-get-email-insights-v2')];
    expect([first.point?.id, first.invocable, first.isUsed]).toEqual(['email-summary-v1', true, false]);
    expect([second.point?.id, second.isUsed]).toEqual(['email-summary', true]);
    expect([...first.findings, ...second.findings].map(({ rule }) => rule)).not.toContain('action-duplicate');
  });
});

test('x-ms-openai-data decides no extension point, but what a chat skill is', async () => {
  const actions = await discovered((d) => {
    details(d)['x-ms-openai-data'] = { 'openai-enabled': false };
    d.paths['/api/chatskills/chat-about-key-stakeholders'].get['x-ms-openai-data'] = { 'openai-enabled': false };
  });
  expect(actionOf(actions).kind).toBe('extension-point');
  expect(actionOf(actions, 'ChatAboutKeyStakeholders').kind).toBe('none');
});

test.each<[string, (definition: Definition) => void]>([
  [
    'recursive references',
    (d) =>
      Object.assign(d.definitions.RecordDetailsItem.properties, {
        parent: { $ref: '#/definitions/RecordDetailsItem' },
      }),
  ],
  [
    'a reference to itself',
    (d) =>
      Object.assign(d.definitions, {
        Loop: { $ref: '#/definitions/Loop' },
        RecordDetailsItem: { $ref: '#/definitions/Loop' },
      }),
  ],
  [
    'references to nowhere',
    (d) => details(d).parameters.push({ $ref: '#/parameters/none' }, { $ref: 'http://elsewhere/x' }),
  ],
  ['no paths', (d) => delete d.paths],
  ['paths of another shape', (d) => Object.assign(d, { paths: [1, null, 'x'] })],
  ['operations of another shape', (d) => Object.assign(d.paths[path], { get: 'x', post: null, put: [] })],
  [
    'parameters of another shape',
    (d) => Object.assign(details(d), { parameters: [null, 1, 'x', {}, { in: 'query' }, { name: 5, in: 5 }] }),
  ],
  [
    'responses of another shape',
    (d) =>
      Object.assign(details(d), {
        responses: { 200: { schema: { properties: 'x', required: 5, items: null, allOf: 'x' } } },
      }),
  ],
  [
    'properties named like keywords',
    (d) =>
      Object.assign(d.definitions.RecordDetailsItem.properties, {
        properties: { type: 'string' },
        $ref: { type: 'string' },
        required: { type: 'string' },
      }),
  ],
])('%s are survived', async (_case, change) => {
  expect(await discovered(change)).toBeInstanceOf(Array);
});
