/** saleskit/configuration: what the host is to work with, kept in saleskit.config.ts, .js or .json. */
import type { CrmFields } from '../world/crm-record.ts';
import type { HostProfileSwitches } from '../world/host-profile-switches.ts';
import type { MailData } from '../world/mail.ts';
import type { Faults } from './faults.ts';

/** Every setting is optional. File names are relative to the configuration's folder. */
export interface Configuration {
  readonly $schema?: string;
  /** Connector packages: folders, definition files or URLs; with what runs them where `dev` is to start that. */
  readonly packages?: readonly (string | OwnPackage)[];
  /** By package, as it stands in `packages`: the address to call in place of its definition's. */
  readonly urls?: Readonly<Record<string, string>>;
  /** By package, as it stands in `packages`: how sellers sign in, in place of what the package says. */
  readonly connections?: Readonly<Record<string, OwnConnection>>;
  /** Headers that every call carries besides its own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sellers besides Kenny and Sara; the first is the one signed in. */
  readonly users?: readonly OwnUser[];
  readonly records?: readonly OwnRecord[];
  /** Files (.eml or .json), or the fields of resourceData. */
  readonly mails?: readonly (string | OwnMail)[];
  /** By package, as it stands in `packages`; `*` is every package. */
  readonly faults?: Readonly<Record<string, Faults>>;
  /** What the host sends otherwise than usual. */
  readonly hostProfile?: Partial<HostProfileSwitches>;
  /** What lint passes over. */
  readonly lint?: { readonly suppress?: readonly SuppressedFinding[] };
}

/** A connector package, and the program that answers its calls. */
export interface OwnPackage {
  /** Folder, definition file or URL; the other settings name the package by it. */
  readonly location: string;
  /** A command line such as "node src/main.ts", run in the configuration's folder, without a shell, and anew when a source file changes. */
  readonly run?: string;
  /** Where the program then listens: the address to call in place of the definition's. */
  readonly url?: string;
}

/** Findings of lint that are none here. */
export interface SuppressedFinding {
  /** The id of a rule. */
  readonly rule: string;
  /** A package, a file or a pattern of them; all where absent. */
  readonly path?: string;
  /** A JSON pointer, for what stands there and below. */
  readonly pointer?: string;
  /** Why: for those who read it later. */
  readonly reason: string;
}

/** What a sign-in is begun with; what is absent is the package's own. */
export interface OwnConnection {
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** An OpenID issuer, whose discovery document names the addresses. */
  readonly issuer?: string;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes?: readonly string[];
  /** The resource indicator (RFC 8707) that the provider wants. */
  readonly resource?: string;
}

/** A seller; tenant, language and time zone are Kenny's tenant, en-US and UTC unless told otherwise. */
export interface OwnUser {
  readonly name: string;
  readonly email: string;
  readonly id?: string;
  readonly tenant?: string;
  readonly language?: string;
  readonly timeZone?: string;
}

/** A record of one's own CRM; `crm` as on the command line, Contoso's Dynamics 365 where absent. */
export interface OwnRecord {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly crm?: string;
  readonly account?: string;
  readonly fields?: CrmFields;
}

/** A mail: a file, the fields of resourceData, or both, the fields in place of the file's. */
export interface OwnMail extends MailData {
  readonly file?: string;
  readonly id?: string;
  readonly language?: string;
  /** The CRM whose ids `related` has. */
  readonly crm?: string;
  /** TYPE:ID, the foremost first. */
  readonly related?: readonly string[];
}

/** Gives a configuration back as it is: for the types and the editor's help. */
export function defineConfiguration(configuration: Configuration): Configuration {
  return configuration;
}
