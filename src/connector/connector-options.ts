/** What a connector is made of, and what comes of it. */
import type { FastifyInstance } from 'fastify';
import type { Action, ChatSkill, DefinitionOptions, extensionPoints, InputOf, ItemOf } from '../contract/contract.ts';
import type { Authentication } from './authentication.ts';
import type { Context } from './context.ts';
import type { CommonInput } from './input.ts';
import type { Answer } from './output.ts';
import type { Throttle } from './throttle.ts';

type Points = Omit<typeof extensionPoints, 'salesChat'>;

/** The inputs of a point as a handler gets them; the CRM of crmType and crmOrgUrl as `crm`. */
export type HandlerInput<P extends Points[keyof Points]> = Omit<InputOf<P>, 'crmType' | 'crmOrgUrl' | 'top' | 'skip'> &
  CommonInput;

/** Answers one extension point: all items, or a page of them. Failures are thrown as ConnectorError. */
export type Handler<P extends Points[keyof Points]> = (
  input: HandlerInput<P>,
  context: Context,
) => Answer<ItemOf<P>> | Promise<Answer<ItemOf<P>>>;

/** One handler for each extension point that a connector extends. */
export type Handlers = { readonly [Name in keyof Points]?: Handler<Points[Name]> };

/** A card that a chat skill answers. */
export interface ChatCard {
  /** An Adaptive Card of version 1.5, as an object. */
  readonly adaptiveCard: Readonly<Record<string, unknown>>;
  readonly previewCardData: { readonly title: string; readonly subTitle?: string; readonly url?: string };
}

/** A chat skill with its handler; make it with `chatSkill`, which types the input. */
export interface ChatSkillHandler extends ChatSkill {
  answer(input: unknown, context: Context): readonly ChatCard[] | Promise<readonly ChatCard[]>;
}

type Publication = Pick<
  DefinitionOptions,
  'title' | 'description' | 'version' | 'contact' | 'website' | 'privacyPolicy' | 'categories'
>;

/** A connector as its author declares it: what it says of itself, who may call it, and a handler for each extension point. */
export interface ConnectorOptions extends Handlers, Publication {
  readonly publisher: string;
  /** A PNG of 230 by 230 pixels whose background is the brand colour (#rrggbb). */
  readonly icon: { readonly png: Uint8Array; readonly brandColor: string };
  readonly auth: Authentication;
  /** BCP 47 tags of the languages that handlers answer in, the fallback first. */
  readonly languages: readonly [string, ...string[]];
  readonly chatSkills?: readonly ChatSkillHandler[];
  /** Paths in place of the documentation's, by name of the point or id of the chat skill (G1). */
  readonly paths?: Readonly<Record<string, string>>;
  /**
   * Takes the bodies of email summary and email draft in a flat form as well: the properties of resourceData beside the
   * others. API plugins can send no object within a body. The definition stays as it is.
   */
  readonly flatBodies?: boolean;
  /** Milliseconds for a call; 4,500 by default. */
  readonly budget?: number;
  /** Answers the same as tools of the Model Context Protocol at POST /mcp. */
  readonly mcp?: boolean;
  /** Throws while the connector cannot answer (its store is away). */
  ready?(): Promise<void>;
}

/** A connector: the definition of exactly its actions, and the Fastify plugin that answers them. */
export interface Connector {
  readonly options: ConnectorOptions;
  readonly actions: readonly Action[];
  readonly negotiate: (header: string | undefined) => string;
  /** The OpenAPI 2.0 definition, for the address at which it is reached. */
  definition(address: { host: string; scheme: 'https' | 'http' }): Record<string, unknown>;
  /** Routes of all actions and of the connection test, for a scope of a Fastify 5 instance. */
  plugin(scope: FastifyInstance, options?: { throttle?: Throttle | undefined }): Promise<void>;
}
