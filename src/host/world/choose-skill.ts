/** Sales chat: which skill answers a question, and with what. */
import MiniSearch from 'minisearch';
import type { Finding } from '../../report/finding.ts';
import {
  accountNamedIn,
  type ChatSituation,
  fillParameters,
  isAboutAccount,
  namesKnownRecord,
  placeOfName,
} from './fill-parameters.ts';
import { askModel, type Model, type ModelTool, modelFailed } from './open-ai.ts';
import type { ChosenSkill, Skill, SkillParameter } from './skill.ts';

/** A choice, with who made it and what there is to say about that. */
export interface SkillChoice<AnySkill extends Skill> {
  readonly chosen?: ChosenSkill<AnySkill>;
  readonly by: 'ranking' | 'model';
  readonly findings: readonly Finding[];
}

/** Words that say nothing about which skill is meant. */
const emptyWords = new Set(
  'a about account action all an and any are as at be by can chat company copilot crm customer do does for from get gets given has have how i in input is it list me my name of on or our sales show skill that the their them this to us we what when where which who whose will with you your'.split(
    ' ',
  ),
);

/**
 * The skill whose description is nearest to the question, its parameters filled from the question and the open record;
 * undefined where none is near. A question in another language than the descriptions finds by the account it names.
 */
export function chooseSkill<AnySkill extends Skill>(
  skills: readonly AnySkill[],
  situation: ChatSituation,
): ChosenSkill<AnySkill> | undefined {
  const search = new MiniSearch({ fields: ['title', 'description', 'parameters'], processTerm: wordStem });
  search.addAll(
    skills.map(({ title, description, parameters }, id) => ({
      id,
      title,
      description,
      parameters: parameters.map((parameter) => `${parameter.name} ${parameter.description}`).join(' '),
    })),
  );
  const [best] = search.search(withoutNames(situation), {
    boost: { title: 2, description: 2 },
    fuzzy: (term) => (term.length > 5 ? 0.2 : false),
    prefix: (term) => term.length > 3,
  });
  const nearest = best && skills[best.id as number];
  if (nearest) return withInputs(nearest, situation, `its description speaks of ${best.terms.join(', ')}`);

  const account = accountNamedIn(situation);
  const aboutAccounts = skills.filter(({ parameters }) => parameters.some(isAboutAccount));
  const [only] = aboutAccounts;
  if (!account || !only || aboutAccounts.length > 1) return undefined;
  return withInputs(only, situation, `the question names ${account}, and no other skill is about an account`);
}

/** The same by tool calling, where there is a model; by ranking where there is none or it fails. */
export async function chooseSkillByModel<AnySkill extends Skill>(
  model: Model | undefined,
  skills: readonly AnySkill[],
  situation: ChatSituation,
  signal?: AbortSignal,
): Promise<SkillChoice<AnySkill>> {
  const ranked = (findings: readonly Finding[]): SkillChoice<AnySkill> => {
    const chosen = chooseSkill(
      skills.filter(({ isForModel }) => !isForModel),
      situation,
    );
    if (!chosen) return { by: 'ranking', findings };
    return { chosen, by: 'ranking', findings: [...findings, ...openRecordFindings(chosen, situation)] };
  };
  if (!model || skills.length === 0) return ranked([]);
  try {
    const { record, question } = situation;
    const open = record ? `The open record is the ${record.type} ${record.name}${ofAccount(record)}.` : '';
    const messages = [
      {
        role: 'system',
        content: `You are Sales chat. Call the function that answers the seller’s question, if one does. Leave out what you do not know. ${open}`,
      },
      { role: 'user', content: question },
    ] as const;
    const { toolCall } = await askModel(model, messages, { tools: skills.map(toolOf), ...(signal && { signal }) });
    if (!toolCall) return { by: 'model', findings: [] };
    const skill = skills.find((each, index) => toolOf(each, index).name === toolCall.name);
    if (!skill) throw new Error(`${model.name} called ${toolCall.name}, which is no skill`);
    const chosen = withModelInputs(skill, situation, toolCall.inputs, model);
    return { chosen, by: 'model', findings: openRecordFindings(chosen, situation) };
  } catch (error) {
    return ranked([modelFailed(error)]);
  }
}

/** Told where the open record stands in for what a question may have named: it is not replaced in silence. */
function openRecordFindings({ usesRecord }: ChosenSkill, situation: ChatSituation): Finding[] {
  const { record } = situation;
  if (!usesRecord || !record || namesKnownRecord(situation)) return [];
  const message = `Used the open ${record.type} ${record.name}: the question names no record that is known here. Name one, or add yours to the world.`;
  return [{ rule: 'chat-open-record', severity: 'info', message }];
}

function withInputs<AnySkill extends Skill>(
  skill: AnySkill,
  situation: ChatSituation,
  reason: string,
): ChosenSkill<AnySkill> {
  const { inputs, missing, origins, usesRecord } = fillParameters(skill, situation);
  return { skill, inputs, missing, usesRecord, why: [reason, ...origins].join('; ') };
}

/** What the model gave, as far as it has the right type; the rest as without a model. */
function withModelInputs<AnySkill extends Skill>(
  skill: AnySkill,
  situation: ChatSituation,
  given: Readonly<Record<string, unknown>>,
  model: Model,
): ChosenSkill<AnySkill> {
  const filled = fillParameters(skill, situation);
  const fit = skill.parameters.filter((parameter) => isOfType(given[parameter.name], parameter));
  const byModel = Object.fromEntries(fit.map(({ name }) => [name, given[name]]));
  const names = new Set(fit.map(({ name }) => name));
  const needed = skill.parameters.filter(({ name, required }) => required && !names.has(name)).map(({ name }) => name);
  const added = Object.entries(filled.inputs).filter(([name]) => needed.includes(name));
  return {
    skill,
    inputs: { ...byModel, ...Object.fromEntries(added) },
    missing: filled.missing.filter((name) => needed.includes(name)),
    usesRecord: filled.usesRecord && added.length > 0,
    why: `${model.name} called it with ${JSON.stringify(given)}`,
  };
}

function isOfType(value: unknown, { type, enum: members }: SkillParameter): boolean {
  if (members && !members.includes(value as string | number)) return false;
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function toolOf({ id, description, title, inputSchema }: Skill, index: number): ModelTool {
  const name = `${id.replace(/[^\w-]/g, '_').slice(0, 50)}_${index}`;
  return { name, description: description || title, parameters: inputSchema };
}

function ofAccount({ account }: { readonly account?: string }): string {
  return account === undefined ? '' : ` of the account ${account}`;
}

/** The question without the account that it names, whose words say nothing about the skill. */
function withoutNames(situation: ChatSituation): string {
  const { question } = situation;
  const name = accountNamedIn(situation);
  if (!name) return question;
  const at = placeOfName(name, question);
  return `${question.slice(0, at)} ${question.slice(at + name.length)}`;
}

/** A word without its English ending; null for a word that says nothing. */
function wordStem(word: string): string | null {
  const term = word.toLowerCase();
  if (emptyWords.has(term) || term.length < 2) return null;
  return term.length > 5 ? term.replace(/(?:ings?|ers?|ions?|ies|es|ed|s)$/, '') : term.replace(/s$/, '');
}
