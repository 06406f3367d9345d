/** The connector over real HTTP, with the example data: npm test. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { authenticationOff, createService, listen } from 'saleskit/connector';
import { createConnector } from '../src/connector.ts';
import { openData } from '../src/data.ts';
import { languages } from '../src/messages.ts';

const connector = createConnector(await openData(), authenticationOff('50000000-0000-4000-8000-00000000c0c0'));
const service = await createService(connector, { logLevel: 'silent' });
const address = await listen(service, connector, { host: '127.0.0.1', port: 0 });
after(() => service.close());

const record = 'recordType=opportunity&recordId=50cafe00-a100-4000-8000-000000000001';
const mail = { resourceType: 'email-thread', resourceData: { subject: 'Agreement', from: 'alberto@fourthcoffee.com' } };

/** By operation id: the query or the body that it is called with. */
const calls: Readonly<Record<string, string | object>> = {
  'scp-get-related-records': record,
  'scp-get-related-activities': record,
  'scp-get-sales-highlights': record,
  'scp-get-email-insights-v2': mail,
  'scp-get-content-suggestions': mail,
  ChatAboutAgreements: 'accountName=Fourth%20Coffee',
};

function call(path: string, input: string | object | undefined, language = 'en'): Promise<Response> {
  const headers = { 'accept-language': language, 'content-type': 'application/json' };
  if (typeof input === 'string') return fetch(`${address}${path}?${input}`, { headers });
  return fetch(address + path, { method: 'POST', headers, body: JSON.stringify(input) });
}

for (const { operationId, summary, path } of connector.actions)
  test(`${summary}: answers with the agreements of Fourth Coffee, in each language`, async () => {
    const answers = new Set<string>();
    for (const language of languages) {
      const response = await call(path, calls[operationId], language);
      const text = await response.text();
      assert.equal(response.status, 200, text);
      assert.match(text, /Purchase agreement for 50 Cafe A-100/);
      answers.add(text);
    }
    assert.equal(answers.size, languages.length);
  });

test('a record that is not known is told by its error code', async (context) => {
  const action = connector.actions.find(({ operationId }) => calls[operationId] === record);
  if (!action) return context.skip('No action is about a record.');
  const response = await call(action.path, 'recordType=opportunity&recordId=unknown');
  assert.equal(response.status, 404);
  assert.equal(((await response.json()) as { errorCode: string }).errorCode, 'RECORD_NOT_FOUND');
});
