import type { DiscoveredAction, Input } from '../../discovery/discovery.ts';
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

/** Chooses among chat skills: by a model's tool calling where there is one, else by ranking their descriptions. */
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

function skillOf({ operation }: DiscoveredAction, index: number): Skill {
  const { operationId = '', summary = operationId, description = '', inputs } = operation;
  return {
    id: `${operationId}-${index}`,
    title: summary,
    description,
    parameters: inputs.filter(({ isInternal }) => !isInternal).map(parameterOf),
  };
}

const types = new Set(['string', 'integer', 'number', 'boolean']);

function parameterOf({
  name,
  type = 'string',
  required,
  description = '',
  enum: members,
  default: usual,
}: Input): SkillParameter {
  const plain = members?.filter(
    (member): member is string | number => typeof member === 'string' || typeof member === 'number',
  );
  return {
    name,
    type: (types.has(type) ? type : 'string') as SkillParameter['type'],
    required,
    description,
    ...(plain && { enum: plain }),
    ...(usual !== undefined && { default: usual }),
  };
}
