/** What is asked about a new connector: on the terminal, or by options of the same names. */
import { lintPackage } from '../lint/lint.ts';
import { packageOfTexts } from '../package/connector-package.ts';
import { authenticationKinds, dataKinds, idOf, offeredPoints, type Plan, templateLanguages } from './plan.ts';

export interface Question {
  /** The name of the option, too. */
  readonly name: 'name' | 'publisher' | 'points' | 'chat-skills' | 'data' | 'auth' | 'languages';
  readonly text: string;
  /** By what is answered, what it means; several may be chosen where `isList`. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Several answers, with commas between. */
  readonly isList?: boolean;
  /** For a project in a folder of this name. */
  usual(folder: string): string;
  /** What is wrong with one of the answers, in a sentence. */
  mistake(answer: string): string | undefined;
}

/** By question, what was answered: lists with commas between. */
export type Answers = Readonly<Partial<Record<Question['name'], string>>>;

const pointChoices = Object.fromEntries(offeredPoints.map(({ point }) => [point.id, point.title.replace(/ \(.*/, '')]));
const noSkill = 'none';
/** It becomes an operation's summary and id, which have limits of their own. */
const longestSkill = 60;
/** What files and functions of the project are called already. */
const takenIds = new Set([...Object.keys(pointChoices), 'create-connector', 'chat-skill', 'link-to', 'messages-in']);

export const questions: readonly Question[] = [
  {
    name: 'name',
    text: 'What is your application called?',
    usual: titleOf,
    mistake: (name) => characterMistake(name) ?? titleMistake(name),
  },
  {
    name: 'publisher',
    text: 'Who publishes it?',
    usual: titleOf,
    mistake: (publisher) => characterMistake(publisher),
  },
  {
    name: 'points',
    text: 'Where in Copilot for Sales does it show?',
    choices: pointChoices,
    isList: true,
    usual: () => Object.keys(pointChoices).join(','),
    mistake: (id) => choiceMistake(id, pointChoices),
  },
  {
    name: 'chat-skills',
    text: `Which questions does it answer in Sales chat? Titles with commas between, or ${noSkill}`,
    isList: true,
    usual: () => 'Chat about agreements',
    mistake: skillMistake,
  },
  {
    name: 'data',
    text: 'Where is its data?',
    choices: dataKinds,
    usual: () => 'http',
    mistake: (kind) => choiceMistake(kind, dataKinds),
  },
  {
    name: 'auth',
    text: 'How do sellers sign in to it?',
    choices: authenticationKinds,
    usual: () => 'none',
    mistake: (kind) => choiceMistake(kind, authenticationKinds),
  },
  {
    name: 'languages',
    text: `Which languages does it speak? The first is the fallback (words are there in ${templateLanguages.join(', ')})`,
    isList: true,
    usual: () => 'en',
    mistake: languageMistake,
  },
];

/** What is wrong with an answer, in a sentence; of a list, with the first that is wrong. */
export function mistakeIn(question: Question, answer: string): string | undefined {
  const each = listOf(question, answer);
  if (each.length === 0) return question.name === 'points' ? undefined : 'Nothing was answered.';
  return each.map((one) => question.mistake(one)).find((mistake) => mistake !== undefined);
}

/** The plan that answers make. They have no mistakes of their own, but may have one together: told in a sentence. */
export function planOf(answers: Required<Answers>, today: Date): Plan | string {
  const list = (name: Question['name']) =>
    [...new Set(answers[name].split(',').map((each) => each.trim()))].filter(Boolean);
  const skills = list('chat-skills')
    .filter((title) => title !== noSkill)
    .map((title) => title.replaceAll("'", '’'));
  const points = list('points');
  if (points.length + skills.length === 0) return 'A connector needs an extension point or a chat skill: choose one.';
  const ids = skills.map(idOf);
  const twice = skills.find((_title, index) => ids.indexOf(ids[index] ?? '') !== index);
  if (twice !== undefined) return `Two chat skills have the id ${idOf(twice)}. Name one of them otherwise.`;
  return {
    name: answers.name.trim(),
    publisher: answers.publisher.trim(),
    points,
    chatSkills: skills,
    data: answers.data.trim() as Plan['data'],
    authentication: answers.auth.trim() as Plan['authentication'],
    languages: list('languages').map((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag),
    today,
  };
}

function listOf({ isList }: Question, answer: string): string[] {
  const parts = isList ? answer.split(',') : [answer];
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** An application called as the title of its API, as far as it may be. */
export function nameOfTitle(title: string): string {
  const mistake = characterMistake(title) ?? titleMistake(title);
  return mistake === undefined ? title : titleOf(title);
}

/** `my-quotes` gives "My Quotes", and "Quotes API" gives "Quotes": without words that no title may have. */
function titleOf(folder: string): string {
  const words = folder.match(/[\p{L}\d]+/gu) ?? [];
  const allowed = words.filter((word) => titleMistake(`A ${word.slice(0, 20)}`) === undefined);
  const title = allowed.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return title.slice(0, 30).trim() || 'My Application';
}

function characterMistake(text: string): string | undefined {
  const odd = /[^\p{L}\p{M}\p{N} .,&'’()+!-]/u.exec(text)?.[0];
  return odd && `It contains ${JSON.stringify(odd)}. Letters, digits, blanks and . , & ' ( ) + ! - are taken.`;
}

/** What lint has to say of a title. */
function titleMistake(title: string): string | undefined {
  return infoMistake({ title }, 'title');
}

/** What lint has to say of the description of an application. */
export function descriptionMistake(description: string): string | undefined {
  return infoMistake({ description }, 'description');
}

function infoMistake(given: { title?: string; description?: string }, member: string): string | undefined {
  const info = { title: 'Quotes', description: 'A description that is long enough.', version: '1.0', ...given };
  const definition = JSON.stringify({ swagger: '2.0', info, paths: {} });
  const { findings } = lintPackage(packageOfTexts('apiDefinition.swagger.json', { definition }));
  return findings.find(({ pointer, severity }) => pointer === `/info/${member}` && severity === 'error')?.message;
}

function choiceMistake(answer: string, choices: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(choices, answer)
    ? undefined
    : `There is no "${answer}". There are ${Object.keys(choices).join(', ')}.`;
}

function skillMistake(title: string): string | undefined {
  if (title === noSkill) return undefined;
  const odd = characterMistake(title);
  if (odd) return odd;
  if (title.length > longestSkill)
    return `"${title}" has ${title.length} characters; at most ${longestSkill} are taken.`;
  const id = idOf(title);
  if (!id.includes('-')) return `"${title}" makes no id: give it two words or more that have letters of a to z.`;
  return takenIds.has(id) ? `"${title}" makes the id ${id}, which is taken. Name it otherwise.` : undefined;
}

function languageMistake(tag: string): string | undefined {
  try {
    Intl.getCanonicalLocales(tag);
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
      ? undefined
      : `No language ${tag} is known. Give tags such as en, de or pt-BR.`;
  } catch {
    return `"${tag}" is no language tag. Give tags such as en, de or pt-BR.`;
  }
}
