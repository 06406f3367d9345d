import { errors, extensionPoints, inputSchema, type JsonSchema } from '../../contract/contract.ts';
import { hostProfileSwitches } from '../world/host-profile-switches.ts';
import type { Configuration } from './configuration.ts';
import { type Fault, faults } from './faults.ts';

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const textsByName = { type: 'object', additionalProperties: text } as const;
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', title: 'a day such as "2026-03-31"' } as const;
const crm = {
  ...text,
  description: 'dynamics365 or salesforce, with :ORG-URL for another organization than Contoso’s.',
};

const mailProperties = inputSchema({
  inputs: extensionPoints.emailSummary.models.ExtensibilityEmail,
  models: {},
}).properties as Readonly<Record<string, JsonSchema>>;

const relatedRecords = {
  ...texts,
  description: 'The CRM records that the mail is connected to, as TYPE:ID, the foremost first.',
} as const;

const faultValues: Readonly<Record<Fault['value']['kind'], JsonSchema>> = {
  milliseconds: { type: 'integer', minimum: 0, title: 'milliseconds as a whole number' },
  errorCode: { type: 'string', enum: errors.map(({ errorCode }) => errorCode) },
  switch: { type: 'boolean' },
  name: { type: ['string', 'boolean'], title: 'the name of a property, or true' },
};

const ownProperties = {
  $schema: { ...text, description: 'Where this schema is.' },
  packages: {
    type: 'array',
    description: 'Connector packages: folders, definition files or URLs.',
    items: {
      title: 'a folder, definition file or URL, or an object with location, run and url',
      anyOf: [
        text,
        {
          type: 'object',
          required: ['location'],
          additionalProperties: false,
          properties: {
            location: {
              ...text,
              description: 'Folder, definition file or URL; other settings name the package by it.',
            },
            run: {
              ...text,
              description:
                'A command line such as "node src/main.ts": dev runs it in the folder of the configuration, without a shell, and anew when a source file changes.',
            },
            url: { ...text, description: 'Where it then listens: the address to call in place of the definition’s.' },
          },
        },
      ],
    },
  },
  urls: { ...textsByName, description: 'By package, the address to call in place of the one its definition names.' },
  connections: {
    type: 'object',
    description: 'By package, as it stands in packages: how sellers sign in, in place of what the package says.',
    additionalProperties: {
      type: 'object',
      additionalProperties: false,
      properties: {
        clientId: {
          ...text,
          description: 'The client that is registered for this host, with the redirect URI /connected.',
        },
        clientSecret: { ...text, description: 'Where the client has one.' },
        issuer: { ...text, description: 'OpenID issuer, whose discovery document names the addresses.' },
        authorizationUrl: { ...text, description: 'Where there is no issuer.' },
        tokenUrl: { ...text, description: 'Where there is no issuer.' },
        refreshUrl: { ...text, description: 'Where tokens are refreshed, if not at tokenUrl.' },
        scopes: { ...texts, description: 'In place of the package’s.' },
        resource: { ...text, description: 'The resource indicator (RFC 8707) that the provider wants.' },
      },
    },
  },
  headers: { ...textsByName, description: 'Headers that every call carries besides its own.' },
  users: {
    type: 'array',
    description: 'Sellers besides Kenny and Sara; the first is the one signed in.',
    items: {
      type: 'object',
      required: ['name', 'email'],
      additionalProperties: false,
      properties: {
        id: { ...text, description: 'Another than the address.' },
        name: text,
        email: text,
        tenant: { ...text, description: 'Microsoft Entra tenant; Kenny’s where absent.' },
        language: { ...text, description: 'BCP 47, such as fr-FR; en-US where absent.' },
        timeZone: { ...text, description: 'IANA, such as Europe/Paris; UTC where absent.' },
      },
    },
  },
  records: {
    type: 'array',
    description: 'Records of your own CRM.',
    items: {
      type: 'object',
      required: ['type', 'id', 'name'],
      additionalProperties: false,
      properties: {
        type: { ...text, description: 'System name, such as opportunity.' },
        id: text,
        crm,
        name: text,
        account: { ...text, description: 'Name of the account that the record belongs to.' },
        fields: {
          type: 'object',
          description: 'What the CRM shows of it.',
          additionalProperties: false,
          properties: {
            amount: { type: 'number' },
            currency: { type: 'string', pattern: '^[A-Z]{3}$', title: 'a currency of ISO 4217 such as "EUR"' },
            stage: { ...text, description: 'qualify, develop, propose, close, or a word of your own.' },
            openedOn: day,
            closesOn: day,
            contact: text,
            jobTitle: text,
            email: text,
            phone: text,
            industry: text,
            city: text,
            owner: text,
          },
        },
      },
    },
  },
  mails: {
    type: 'array',
    description: 'Mails of your own: files (.eml or .json), or the fields of resourceData.',
    items: {
      title: 'a file name, or an object with file or the fields of resourceData',
      anyOf: [
        text,
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            file: { ...text, description: 'An .eml or .json; other fields take the place of its own.' },
            id: text,
            language: { ...text, description: 'BCP 47.' },
            crm,
            related: relatedRecords,
            ...mailProperties,
          },
        },
      ],
    },
  },
  faults: {
    type: 'object',
    description: 'Faults on purpose by package, as it stands in packages; * is every package.',
    additionalProperties: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries<Fault>(faults).map(([name, { description, value }]) => [
          name,
          { ...faultValues[value.kind], description },
        ]),
      ),
    },
  },
  hostProfile: {
    type: 'object',
    description: 'What the host sends otherwise than usual.',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries<{ description: string; choices: readonly string[]; minimum?: number }>(hostProfileSwitches).map(
        ([name, { description, choices, minimum }]) => {
          const words = { type: 'string', enum: choices };
          if (minimum === undefined) return [name, { ...words, description }];
          const title = `a whole number of at least ${minimum}, or ${choices.map((each) => `"${each}"`).join(', ')}`;
          return [name, { anyOf: [{ type: 'integer', minimum }, words], title, description }];
        },
      ),
    ),
  },
  lint: {
    type: 'object',
    description: 'What lint passes over.',
    additionalProperties: false,
    properties: {
      suppress: {
        type: 'array',
        items: {
          type: 'object',
          required: ['rule', 'reason'],
          additionalProperties: false,
          properties: {
            rule: { ...text, description: 'The id of a rule.' },
            path: {
              ...text,
              description: 'A package, a file or a pattern of them, from this folder; all where absent.',
            },
            pointer: { ...text, description: 'A JSON pointer, for what stands there and below.' },
            reason: {
              type: 'string',
              pattern: '\\S',
              title: 'a reason in words',
              description: 'Why it is passed over: for those who read it later.',
            },
          },
        },
      },
    },
  },
} as const satisfies Record<keyof Configuration, JsonSchema>;

/** JSON Schema (draft 2020-12) of saleskit.config.json; what a .ts or .js exports is held to it as well. */
export const configurationSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'an object with the configuration of saleskit',
  type: 'object',
  additionalProperties: false,
  properties: ownProperties,
} as const satisfies JsonSchema;
