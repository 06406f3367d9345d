import type { JsonSchema } from '../../contract/contract.ts';

/** What answers a question in Sales chat: a chat skill; where a model chooses, an extension point as well. */
export interface Skill {
  /** Whatever names it: its operation id. */
  readonly id: string;
  readonly title: string;
  /** The effective description. */
  readonly description: string;
  readonly parameters: readonly SkillParameter[];
  /** What a model is told of the parameters, as of a tool. */
  readonly inputSchema: JsonSchema;
  /** Ranking passes it over: what it is about stands in no question. */
  readonly isForModel?: boolean;
}

/** One parameter, with its effective description. */
export interface SkillParameter {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly required: boolean;
  readonly description: string;
  readonly enum?: readonly (string | number)[];
  /** What the definition says is sent where nothing else is. */
  readonly default?: unknown;
}

/** The skill that answers a question, with its inputs by parameter name. */
export interface ChosenSkill<AnySkill extends Skill = Skill> {
  readonly skill: AnySkill;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Required parameters that nothing could be found for. */
  readonly missing: readonly string[];
  /** In words, for the inspector. */
  readonly why: string;
  /** Something was taken from the open record. */
  readonly usesRecord: boolean;
}
