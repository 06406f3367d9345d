import { type DiscoveredAction, toolOf } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';
import { chooseSkillByModel } from '../world/choose-skill.ts';
import type { ChatSituation } from '../world/fill-parameters.ts';
import type { Model } from '../world/open-ai.ts';
import type { Skill, SkillParameter } from '../world/skill.ts';

/** The chat skill that answers a question, and with what. */
export interface ChosenAction<Candidate> {
  readonly candidate: Candidate;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** In words, for the inspector. */
  readonly why: string;
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Chooses what answers a question: by a model's tool calling where there is one, else by ranking the descriptions of
 * chat skills.
 */
export async function chooseChatSkill<Candidate extends { readonly action: DiscoveredAction }>(
  model: Model | undefined,
  candidates: readonly Candidate[],
  situation: ChatSituation,
): Promise<ChosenAction<Candidate> | undefined> {
  const skills = candidates.map((candidate, index) => ({ ...skillOf(candidate.action, index), candidate }));
  const { chosen, findings } = await chooseSkillByModel(model, skills, situation);
  return (
    chosen && {
      candidate: chosen.skill.candidate,
      inputs: chosen.inputs,
      why: chosen.why,
      missing: chosen.missing,
      findings,
    }
  );
}

/** An extension point takes what is open from the host: of its inputs a model may give the plain ones, and needs none. */
function skillOf(action: DiscoveredAction, index: number): Skill {
  const { title, description, inputSchema } = toolOf(action);
  const { properties, required } = inputSchema as unknown as ToolInputs;
  const { operationId = '' } = action.operation;
  const isForModel = action.point !== undefined;
  const plain = Object.entries(properties).filter(([, { type }]) => types.has(type ?? 'string'));
  const known = isForModel ? { ...inputSchema, properties: Object.fromEntries(plain), required: [] } : inputSchema;
  return {
    id: `${operationId}-${index}`,
    title,
    description,
    parameters: plain.map(([name, input]) => parameterOf(name, input, !isForModel && required.includes(name))),
    inputSchema: known,
    isForModel,
  };
}

interface ToolInputs {
  readonly properties: Readonly<Record<string, ToolInput>>;
  readonly required: readonly string[];
}

interface ToolInput {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

const types = new Set(['string', 'integer', 'number', 'boolean']);

function parameterOf(name: string, input: ToolInput, required: boolean): SkillParameter {
  const { type = 'string', description = '', enum: members, default: usual } = input;
  const plain = members?.filter((member) => typeof member === 'string' || typeof member === 'number');
  return {
    name,
    type: type as SkillParameter['type'],
    required,
    description,
    ...(plain && { enum: plain }),
    ...(usual !== undefined && { default: usual }),
  };
}
