/** A small connector, cut to the case. */
import { type ConnectorPackage, packageOfFiles } from '../src/package/connector-package.ts';
import { bytesOf } from '../src/package/write-zip.ts';

const schema = { type: 'object', properties: { name: { type: 'string', description: 'The `name`.' } } };
/** An operation that chat may call. */
export const operation = (operationId: string, more: object = {}) => ({
  operationId,
  summary: `Do ${operationId}`,
  description: `Does ${operationId}.`,
  'x-ms-openai-data': { 'openai-enabled': true },
  responses: { 200: { description: 'Done.', schema } },
  ...more,
});

/** What is another in it. */
export interface Parts {
  readonly paths?: object;
  readonly info?: object;
  readonly parameters?: object;
  readonly files?: Readonly<Record<string, string>>;
}

/** The connector as a folder in memory. */
export function connector({
  paths = { '/quotes': { get: operation('GetQuotes') } },
  info,
  parameters = {},
  files = {},
}: Parts = {}): ConnectorPackage {
  const all = {
    'apiDefinition.swagger.json': JSON.stringify({
      swagger: '2.0',
      info: {
        title: 'Quotes',
        version: '1.2',
        description: 'Brings quotes to the sales work in mail and chat.',
        ...info,
      },
      host: 'quotes.fabrikam.com',
      schemes: ['https'],
      consumes: ['application/json'],
      paths,
    }),
    'apiProperties.json': JSON.stringify({
      properties: { connectionParameters: parameters, iconBrandColor: '#123a6b', publisher: 'Fabrikam' },
    }),
    ...files,
  };
  const bytes = Object.entries(all).map(([name, text]) => [name, bytesOf(text)] as const);
  return packageOfFiles('quotes', new Map(bytes), { isWhole: true });
}
