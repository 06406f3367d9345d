import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../package/source-document.ts';
import { mappingFiles } from './mapping-code.ts';
import { ownApiCode } from './own-api-code.ts';
import { proposeMapping } from './propose-mapping.ts';

const folder = join(import.meta.dirname, '../../../test/from-openapi');

function moduleOf(file: string, point: string): string {
  const { value } = readSource(file, readFileSync(join(folder, file)));
  return mappingFiles(proposeMapping(value)).get(`src/mapping/${point}.ts`) ?? '';
}

/** The lines of a function, by the end of its first. */
function bodyOf(code: string, name: string): string[] {
  const [, body = ''] = new RegExp(`function ${name}\\([^]*?\\{\\n([^]*?)\\n\\}`).exec(code) ?? [];
  return body.split('\n').map((line) => line.trim());
}

describe('pages, times and records, where the API', () => {
  test('pages by itself: one more is asked for, and nothing is passed over again', () => {
    const code = moduleOf('e-signature.yaml', 'record-details');
    expect(bodyOf(code, 'recordDetails')).toEqual([
      'const found = await ask(input, context);',
      'if (found.length === 0 && input.skip === 0) throw unknownRecord();',
      'const items = found.map((each) => itemFrom(each, context.language));',
      'return { items: items.slice(0, input.top), hasMoreResults: items.length > Math.min(input.top, 99) };',
    ]);
    expect(bodyOf(code, 'requestFor')).toEqual(
      expect.arrayContaining(['limit: Math.min(input.top + 1, 100),', 'offset: input.skip,']),
    );
  });

  test('takes a day as end, and ids of two types of records: the connector leaves out the rest', () => {
    const code = moduleOf('quoting.json', 'record-summary');
    expect(bodyOf(code, 'recordSummary')).toEqual([
      "expectRecordType(input.recordType, ['opportunity', 'account']);",
      'const found = await ask(input, context);',
      'if (found.length === 0 && !(await isKnown(input, context))) throw unknownRecord();',
      'return found.map((each) => itemFrom(each)).filter(({ dateTime }) => isWithin(dateTime, input));',
    ]);
    expect(bodyOf(code, 'requestFor')).toEqual(
      expect.arrayContaining([
        "DealId: input.recordType === 'opportunity' ? input.recordId : undefined,",
        'FromDate: input.startDateTime?.toISOString(),',
        "AccountId: input.recordType === 'account' ? input.recordId : undefined,",
        '// TODO: is the day of ToDate included?',
        'ToDate: input.endDateTime?.toISOString().slice(0, 10),',
      ]),
    );
  });

  test('has the record in its path: it tells itself what it does not know', () => {
    expect(bodyOf(moduleOf('quoting.json', 'record-details'), 'recordDetails')).toEqual([
      "expectRecordType(input.recordType, ['opportunity']);",
      'const found = await ask(input, context);',
      'return found.map((each) => itemFrom(each, context.language));',
    ]);
  });

  test('is asked about nobody: nothing is answered, not what is anybody’s', () => {
    expect(moduleOf('quoting.json', 'email-summary')).toContain(
      "if (!relatedId(input, 'opportunity') && !relatedId(input, 'account')) return [];",
    );
    expect(moduleOf('e-signature.yaml', 'email-summary')).toContain(
      'if (addressesIn(input.resourceData).length === 0) return { items: [], hasMoreResults: false };',
    );
  });
});

test.each([
  [{ kind: 'key', in: 'header', name: "X-Api'Key" }, "'X-Api\\'Key': process.env.API_KEY ?? ''"],
  [{ kind: 'key', in: 'query', name: 'key' }, "query: { ...query, key: process.env.API_KEY ?? '' }"],
  [{ kind: 'key', in: 'cookie', name: 'sid' }, "cookie: 'sid=' + (process.env.API_KEY ?? '')"],
  [{ kind: 'bearer' }, /authorization: `Bearer .*API_TOKEN/],
  [{ kind: 'basic' }, /authorization: `Basic .*API_CREDENTIALS.*base64/],
  [{ kind: 'user' }, "// TODO: ask in the user's name"],
  [undefined, '// TODO: authenticate as your API wants it'],
] as const)('%j is what the call of the API brings', (security, code) => {
  const found = typeof code === 'string' ? expect.stringContaining(code) : expect.stringMatching(code);
  expect(ownApiCode(security)).toEqual(found);
});
