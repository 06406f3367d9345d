/** The gateway's policies: played, left out where they are the answer's, or named as what cannot be played here. */
import { describe, expect, test } from 'vitest';
import { readSource } from '../../package/source-document.ts';
import { readText } from '../../package/text-file.ts';
import { gatewayOf } from './gateway.ts';

const request = {
  method: 'POST',
  url: 'https://api.example.com/base/records?top=1',
  headers: { accept: 'text/plain' },
};

interface Given {
  readonly templateId: string;
  readonly section?: string;
  readonly operations?: readonly string[];
  readonly [parameter: string]: unknown;
}

function gateway(
  policies: readonly Given[],
  options: { isAddressed?: boolean; script?: string; runsFor?: string[] } = {},
) {
  const policyTemplateInstances = policies.map(({ templateId, section, operations, ...parameters }) => ({
    templateId,
    parameters: {
      ...Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [`x-ms-apimTemplateParameter.${name}`, value]),
      ),
      ...(section && { 'x-ms-apimTemplate-policySection': section }),
      ...(operations && { 'x-ms-apimTemplate-operationName': operations }),
    },
  }));
  const value = {
    properties: { policyTemplateInstances, ...(options.runsFor && { scriptOperations: options.runsFor }) },
  };
  const properties = readSource('apiProperties.json', new TextEncoder().encode(JSON.stringify(value)));
  return gatewayOf(
    { properties, ...(options.script && { script: readText(options.script, new Uint8Array()) }) },
    options.isAddressed,
  );
}

const header = { templateId: 'setheader', name: 'X-Who', section: 'Request' };

describe('an expression cannot be played here', () => {
  test.each([
    [{ ...header, value: "@connectionParameters('apiKey','')" }],
    [{ ...header, value: "Bearer @headers('Authorization')" }],
    [{ ...header, value: '@(context.User.Id)' }],
    [{ ...header, value: 'id @{context.RequestId}' }],
    [{ templateId: 'setQueryParameter', name: 'key', value: "@queryParameters('x')" }],
    [{ templateId: 'dynamichosturl', urlTemplate: "https://@connectionParameters('environment').example.com" }],
    [{ templateId: 'routerequesttoendpoint', newPath: "/v1/@queryParameters('id')" }],
    [{ templateId: 'routerequesttoendpoint', newPath: '/v1/{id}' }],
  ])('%j', (policy) => {
    const { rewritten, apply } = gateway([policy]);
    expect(rewritten('GetRecords')).toMatch(new RegExp(`the policy ${policy.templateId} with the expression`));
    expect(apply('GetRecords', request).request).toEqual(request);
    expect(apply('GetRecords', request).findings.map(({ rule }) => rule)).toEqual(['gateway-policy-left-out']);
  });

  test('but an address of e-mail is none', () => {
    const { rewritten, apply } = gateway([{ ...header, value: 'sales@contoso.com' }]);
    expect(rewritten('GetRecords')).toBeUndefined();
    expect(apply('GetRecords', request).request.headers).toMatchObject({ 'x-who': 'sales@contoso.com' });
  });
});

describe('a policy', () => {
  test('of the answer that only sets headers leaves the request alone', () => {
    const { rewritten, apply } = gateway([{ ...header, section: 'Response', value: 'x' }]);
    expect([rewritten('GetRecords'), apply('GetRecords', request)]).toEqual([undefined, { request, findings: [] }]);
  });

  test('of the answer that changes the body cannot be played here', () => {
    expect(gateway([{ templateId: 'setproperty', section: 'Response' }]).rewritten('GetRecords')).toMatch(
      /setproperty/,
    );
  });

  test('concerns the operations that it names, and no others', () => {
    const { rewritten } = gateway([{ templateId: 'updatenextlink', operations: ['ListGifts'] }]);
    expect(rewritten('ListGifts')).toMatch(/updatenextlink/);
    expect([rewritten('GetRecords'), rewritten()]).toEqual([undefined, undefined]);
  });

  test('of routing gives path and method', () => {
    const route = { templateId: 'routerequesttoendpoint', newPath: '/v2/list' };
    const routed = (httpMethod: string) => gateway([{ ...route, httpMethod }]).apply('GetRecords', request).request;
    expect(routed('get')).toMatchObject({ method: 'GET', url: 'https://api.example.com/v2/list?top=1' });
    expect(routed('@Request.OriginalHTTPMethod').method).toBe('POST');
    expect(gateway([{ ...route, httpMethod: '@Request.OriginalHTTPMethod' }]).rewritten('GetRecords')).toBeUndefined();
  });

  test('keeps, adds to or replaces what is there', () => {
    const accept = (existsAction: string) =>
      gateway([{ ...header, name: 'Accept', value: 'b', existsAction }]).apply('x', request).request.headers.accept;
    expect(['skip', 'append', 'override'].map(accept)).toEqual(['text/plain', 'text/plain, b', 'b']);
  });

  test('of routing is left out where the address is given, another with an expression is told', () => {
    const policies = [
      { templateId: 'dynamichosturl', urlTemplate: "@connectionParameters('host')" },
      { ...header, value: "@connectionParameters('key')" },
    ];
    const { findings } = gateway(policies, { isAddressed: true }).apply('GetRecords', request);
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/setheader.*--header/)]);
  });
});

test('a script runs for the operations that are named, else for all', () => {
  expect(gateway([], { script: 'script.csx' }).rewritten('GetRecords')).toMatch(/script\.csx/);
  const named = gateway([], { script: 'script.csx', runsFor: ['GetMaps'] });
  expect([named.rewritten('GetMaps'), named.rewritten('GetRecords')]).toEqual([
    expect.stringMatching(/script\.csx/),
    undefined,
  ]);
});
