/** Where the connector's service is, how it is reached, and what it takes. */
import { extensionPoints } from '../../../contract/contract.ts';
import { isObject, membersOf, step } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Problem, Rule, Sample } from '../../rule.ts';

const { recordDetails } = extensionPoints;
const source = 'Fix Swagger Validator errors (Microsoft Learn, 2022)';
const group = 'certification';

const root = (change: object): Sample => ({ definition: change });

/** host[:port], an environment variable of a solution, or an address in brackets. */
const hostName =
  /^(?:[^{}/ :\\@?#\s]+(?::\d{1,5})?|@environmentVariables\("[^"]{1,200}"\)|\[[0-9a-f:.]{2,45}\](?::\d{1,5})?)$/i;
const testLabels =
  /^(?:dev|devel|develop|development|test|tests|testing|stage|staging|stg|sandbox|uat|qa|demo|localhost)\d{0,3}$/i;
const privateAddress = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/i;
const tunnel = /\.(?:devtunnels\.ms|ngrok(?:-free)?\.(?:app|io|dev)|loca\.lt|trycloudflare\.com)$/i;

/** What a host's name tells of the service. A domain that is called dev or test itself (dev.to) is somebody's name. */
function labelsOf(host: string): string[] {
  const labels = host.split('.').slice(0, -1);
  const own = testLabels.test(labels.at(-1) ?? '') ? labels.slice(0, -1) : labels;
  return own.flatMap((label) => label.split(/[-_]/));
}

/** Every list of schemes: of the definition, and of operations. */
function schemeLists({ root, operations }: PackageModel): { readonly schemes: unknown; readonly pointer: string }[] {
  return [
    { schemes: root.schemes, pointer: '/schemes' },
    ...operations.map(({ value, pointer }) => ({ schemes: value.schemes, pointer: `${pointer}/schemes` })),
  ].filter(({ schemes }) => Array.isArray(schemes));
}

export const addressRules: readonly Rule[] = [
  {
    id: 'HostNameNotValid',
    group,
    severity: 'error',
    title: 'host is a bare host name',
    why: 'The address of every call is scheme, host and basePath; a host with a scheme or a path gives one that does not exist. 1 of 1,012 published connectors.',
    source,
    good: root({ host: '@environmentVariables("fabrikam_QuotesHost")' }),
    bad: root({ host: 'https://quotes.fabrikam.com/api' }),
    check: ({ root }) => {
      if (typeof root.host !== 'string' || hostName.test(root.host)) return [];
      const message = `host is "${root.host}". Write the host name alone, with a port where one is needed; schemes and basePath hold the rest.`;
      return [{ message, pointer: '/host' }];
    },
  },
  {
    id: 'host-production',
    group,
    severity: 'warning',
    title: 'host is the service in production',
    why: 'Certification takes no test service, and a tunnel ends with your session. 24 of 1,012 published connectors name one that looks so.',
    source: 'Submit a connector for Microsoft certification (Microsoft Learn, 2024); certification policy 5000.2.6.4',
    good: root({ host: 'developer.dev.to' }),
    bad: root({ host: 'quotes-staging.fabrikam.com' }),
    check: ({ root }) => {
      if (typeof root.host !== 'string' || !hostName.test(root.host) || root.host.startsWith('@')) return [];
      const host = root.host.replace(/:\d+$/, '');
      const isTest =
        labelsOf(host).some((label) => testLabels.test(label)) || privateAddress.test(host) || tunnel.test(host);
      if (!isTest) return [];
      return [
        {
          message: `host "${root.host}" looks like a test service. Name the one in production before you submit it.`,
          pointer: '/host',
        },
      ];
    },
  },
  {
    id: 'BasePathNotValid',
    group,
    severity: 'error',
    title: 'basePath begins with a slash',
    why: 'It stands between host and path; without the slash the address is broken. No published connector.',
    source,
    good: root({ basePath: '/v1' }),
    bad: root({ basePath: 'v1/' }),
    check: ({ root }) =>
      typeof root.basePath !== 'string' || root.basePath.startsWith('/')
        ? []
        : [
            {
              message: `basePath is "${root.basePath}". Write "/${root.basePath}".`,
              pointer: '/basePath',
              fix: { pointer: '/basePath', value: `/${root.basePath}` },
            },
          ],
  },
  {
    id: 'SchemesArrayEmpty',
    group,
    severity: 'error',
    title: 'schemes names at least one',
    why: 'An empty list says that the service cannot be reached. No published connector.',
    source,
    good: root({ schemes: ['https'] }),
    bad: root({ schemes: [] }),
    check: (model) =>
      schemeLists(model)
        .filter(({ schemes }) => membersOf(schemes).length === 0)
        .map(({ pointer }) => ({
          message: 'schemes is empty. Write ["https"].',
          pointer,
          fix: { pointer, value: ['https'] },
        })),
  },
  {
    id: 'SchemeNotValid',
    group,
    severity: 'error',
    title: 'schemes are names of protocols',
    why: 'OpenAPI 2.0 knows http, https, ws and wss. No published connector.',
    source,
    good: root({ schemes: ['https'] }),
    bad: root({ schemes: ['https://'] }),
    check: (model) =>
      ofSchemes(
        model,
        (scheme) => !['http', 'https', 'ws', 'wss'].includes(scheme),
        (scheme) => `"${scheme}" is no protocol. Write https.`,
      ),
  },
  {
    id: 'SchemeNotSupported',
    group,
    severity: 'error',
    title: 'No web sockets',
    why: 'The platform calls over http and https only. No published connector.',
    source,
    good: root({ schemes: ['https'] }),
    bad: root({ schemes: ['https', 'wss'] }),
    check: (model) =>
      ofSchemes(
        model,
        (scheme) => scheme === 'ws' || scheme === 'wss',
        (scheme) => `"${scheme}" is not supported. Write https.`,
      ),
  },
  {
    id: 'scheme-https',
    group,
    severity: 'warning',
    title: 'Calls go over https',
    why: 'A token sent over http can be read on its way. paconn builds the service’s address of the first scheme. 18 of 1,012 published connectors allow http, 11 name it first.',
    source: 'Certification policy 5000.3.1.6; paconn (2024)',
    good: {},
    bad: root({ schemes: ['http', 'https'] }),
    check: ({ root }) => {
      const index = Array.isArray(root.schemes) ? root.schemes.indexOf('http') : -1;
      if (index < 0) return [];
      const message =
        index === 0
          ? 'schemes names http first, so that is what is called. Write ["https"].'
          : 'schemes allows http. Take it out, so that only https is left.';
      return [{ message, pointer: `/schemes/${index}` }];
    },
  },
  {
    id: 'TagRedefined',
    group,
    severity: 'error',
    title: 'A tag is described once',
    why: 'Readers keep one description; which one differs. No published definition.',
    source,
    good: root({ tags: [{ name: 'Quotes' }, { name: 'quotes' }] }),
    bad: root({ tags: [{ name: 'Quotes' }, { name: 'Quotes' }] }),
    check: ({ root }) => {
      const seen = new Set<unknown>();
      return membersOf(root.tags).flatMap(([index, tag]): Problem[] => {
        if (!isObject(tag) || typeof tag.name !== 'string') return [];
        if (seen.has(tag.name))
          return [{ message: `The tag "${tag.name}" is described again. Keep one.`, pointer: `/tags/${index}` }];
        seen.add(tag.name);
        return [];
      });
    },
  },
  {
    id: 'PathItemRefNotSuppored',
    group,
    severity: 'error',
    title: 'Paths are written out',
    why: 'The platform does not follow a $ref in place of a path: its operations are not there. No published definition.',
    source,
    good: {},
    bad: root({ paths: { '/again': { $ref: `#/paths${step(recordDetails.path)}` } } }),
    check: ({ root }) =>
      Object.entries(isObject(root.paths) ? root.paths : {}).flatMap(([path, item]) =>
        isObject(item) && item.$ref !== undefined && !path.startsWith('x-')
          ? [
              {
                message: `The path ${path} is a reference, which is not followed. Write its operations here.`,
                pointer: `/paths${step(path)}/$ref`,
              },
            ]
          : [],
      ),
  },
  {
    id: 'MimeTypeNotSupported',
    group,
    severity: 'info',
    isAssumed: true,
    title: 'Operations take bodies in a format that the platform writes',
    why: 'Documented are JSON, plain text and forms; published connectors declare dozens of others. Where an operation takes none of the documented ones, nobody can say what is sent.',
    source,
    good: withConsumes(['application/xml', 'application/json; charset=utf-8']),
    bad: withConsumes(['application/x-protobuf']),
    check: ({ root, operations }) =>
      operations.flatMap(({ value, pointer, parameters }): Problem[] => {
        const hasBody = parameters.some(
          ({ value: { in: location } }) => location === 'body' || location === 'formData',
        );
        const own = Array.isArray(value.consumes);
        const consumes = own ? value.consumes : root.consumes;
        if (!hasBody || !Array.isArray(consumes) || consumes.length === 0) return [];
        if (consumes.some((type) => isWritten(String(type)))) return [];
        const message = `The operation takes ${consumes.slice(0, 5).join(', ')} only, which the platform does not document to write. Add application/json, if your API takes it.`;
        return [{ message, pointer: own ? `${pointer}/consumes` : pointer }];
      }),
  },
];

function ofSchemes(
  model: PackageModel,
  isWrong: (scheme: string) => boolean,
  message: (scheme: string) => string,
): Problem[] {
  return schemeLists(model).flatMap(({ schemes, pointer }) =>
    membersOf(schemes).flatMap(([index, scheme]) =>
      typeof scheme === 'string' && isWrong(scheme)
        ? [{ message: message(scheme), pointer: `${pointer}/${index}` }]
        : [],
    ),
  );
}

/** JSON in all its kinds, text, forms, files, and anything. */
function isWritten(type: string): boolean {
  return /^(?:application\/(?:[\w.+-]*json|x-www-form-urlencoded|octet-stream|(?:[\w.+-]+\+)?xml|pdf|zip)|multipart\/form-data|(?:text|image|audio|video)\/[\w.+*-]+|\*\/\*)\s*(?:;|$)/i.test(
    type.trim().slice(0, 200),
  );
}

function withConsumes(consumes: readonly string[]): Sample {
  return { definition: { consumes } };
}
