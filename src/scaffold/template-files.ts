/** The template as real files, cut to a plan: what was not chosen is left out, names are put in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { camelCase, pascalCase } from '../contract/contract.ts';
import { iconOf } from './icon.ts';
import { type PackageWording, templateWording, wordingOf } from './package-wording.ts';
import { idOf, offeredPoints, type Plan, templateLanguages } from './plan.ts';

/** Beside this file, in the repository and where it is built. */
const folder = join(import.meta.dirname, 'template');

/** What the template is called. */
const templateName = 'Fabrikam Sign';
/** It, or its publisher. */
const anyTemplateName = /Fabrikam Sign|Fabrikam/g;
const templateColour = '#0b5c63';
const templateSkill = 'Chat about agreements';
/** The last day of its example data. */
const templateDay = Date.parse('2026-11-21T00:00:00Z');
/** A line with one of them is about an API of one's own. */
const ownApiWords = ['mapping', 'mapping.ts', 'MAPPING.md'];
/** Files for an API of one's own. */
const ownApiFiles = ['src/mapping.ts', 'src/own-values.ts'];
const variants: readonly string[] = ['mapped', 'example', 'http', 'database', 'files', 'entra', 'openid', 'none'];

/** The files of the project that stand in the template, by path. */
export function templateFiles(plan: Plan): [path: string, content: string | Uint8Array][] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );
  const chosen = paths.filter((path) => isChosen(path, plan, paths)).toSorted();
  return [
    ...chosen.flatMap((path) => filesFrom(path, plan)),
    ...untranslated(plan).map((tag): [string, string] => [messageFile(tag), translate(tag, plan)]),
    ['icon.png', iconOf(plan.name).png],
  ];
}

/** Whether a file is for this plan: its action, its language, its kind of data or sign-in. */
function isChosen(path: string, plan: Plan, paths: readonly string[]): boolean {
  const { points, chatSkills, data, languages } = plan;
  const [, action] = /^src\/actions\/(.+)\.ts$/.exec(path) ?? [];
  if (action) return action === idOf(templateSkill) ? chatSkills.length > 0 : points.includes(action);
  if (path.startsWith('src/messages/')) return languages.some((tag) => path === messageFile(tag));
  if (path === 'example/api.ts') return data === 'http';
  if (ownApiFiles.includes(path)) return plan.ownApi !== undefined;
  const variant = variantOf(path);
  if (variant) return isMeant(variant, plan);
  return path !== 'icon.png' && !isReplaced(path, plan, paths);
}

const isMeant = (variant: string, { data, authentication, ownApi }: Plan) =>
  [data, authentication, ownApi ? 'mapped' : 'example'].includes(variant);
/** Of a line that ends in <!-- its kind -->. */
const isToldFor = (kind: string, plan: Plan) =>
  kind === 'untranslated' ? untranslated(plan).length > 0 : isMeant(kind, plan);

/** data.database.ts takes the place of data.ts. */
function variantOf(path: string): string | undefined {
  return variants.find((variant) => path.endsWith(`.${variant}.ts`));
}

function isReplaced(path: string, plan: Plan, paths: readonly string[]): boolean {
  const others = variants.filter((variant) => isMeant(variant, plan)).map((variant) => `.${variant}.ts`);
  return path.endsWith('.ts') && others.some((ending) => paths.includes(path.replace(/\.ts$/, ending)));
}

function filesFrom(path: string, plan: Plan): [path: string, content: string][] {
  const text = readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
  const content = named(worded(cut(path, text, plan), path, plan), path, plan);
  const variant = variantOf(path);
  if (path.includes(idOf(templateSkill)))
    return plan.chatSkills.map((title) => [path.replace(idOf(templateSkill), idOf(title)), ofSkill(content, title)]);
  if (path === 'gitignore') return [['.gitignore', content]];
  return [[variant ? path.replace(`.${variant}.ts`, '.ts') : path, content]];
}

/** The text without the lines of what was not chosen: those that name it, and those that end in <!-- its kind -->. */
function cut(path: string, text: string, plan: Plan): string {
  if (path === 'example/agreements.json') return ending(text, plan.today);
  const leftOut = offeredPoints.filter(({ point }) => !plan.points.includes(point.id));
  const words = [
    ...leftOut.flatMap(({ name, point }) => [name, `${point.id}.ts`, String(point.operationId)]),
    ...(plan.ownApi ? [] : ownApiWords),
  ];
  return text
    .split('\n')
    .filter((line) => !words.some((word) => names(line, word)))
    .flatMap((line) => linesFor(line, path, plan))
    .join('\n');
}

/** Whether a line has this as a word. */
function names(line: string, word: string): boolean {
  return new RegExp(`(?<![\\w-])${word.replaceAll('.', '\\.')}(?![\\w-])`).test(line);
}

/** One line for each chat skill or language that it is about; else itself. */
function linesFor(line: string, path: string, plan: Plan): string[] {
  const [, kind] = / <!-- (\w+) -->$/.exec(line) ?? [];
  if (kind) return isToldFor(kind, plan) ? [line.replace(/ <!-- \w+ -->$/, '')] : [];
  if (path === 'src/messages.ts' && isLanguageLine(line))
    return names(line, 'en') ? plan.languages.map((tag) => inLanguage(line, tag)) : [];
  const list = /\[(chatAboutAgreements\(.*\))\]/.exec(line)?.[1];
  if (list && plan.chatSkills.length > 0)
    return [line.replace(list, plan.chatSkills.map((title) => ofSkill(list, title)).join(', '))];
  const isOfSkill = [camelCase, pascalCase].some((spelled) => line.includes(spelled(idOf(templateSkill))));
  const isElsewhere = isOfSkill || line.includes(`${idOf(templateSkill)}.ts`);
  if (isElsewhere && !path.startsWith('src/actions/')) return plan.chatSkills.map((title) => ofSkill(line, title));
  return [line];
}

function isLanguageLine(line: string): boolean {
  return line.includes("from './messages/") || templateLanguages.some((tag) => line.includes(`['${tag}', `));
}

/** The line of English in another language. */
function inLanguage(line: string, tag: string): string {
  return line
    .replace('./messages/en.ts', `./messages/${tag.toLowerCase()}.ts`)
    .replace("['en', en]", `['${tag}', ${variableOf(tag)}]`)
    .replace('{ en }', `{ ${variableOf(tag)} }`);
}

const variableOf = (tag: string) => camelCase(tag.toLowerCase());
const messageFile = (tag: string) => `src/messages/${tag.toLowerCase()}.ts`;

function untranslated({ languages }: Plan): string[] {
  return languages.filter((tag) => !(templateLanguages as readonly string[]).includes(tag));
}

/** English words under another language's name. */
function translate(tag: string, plan: Plan): string {
  const english = readFileSync(join(folder, messageFile('en')), 'utf8').replaceAll('\r\n', '\n');
  const text = english.replace(
    'export const en:',
    `// TODO: translate from English.\nexport const ${variableOf(tag)}:`,
  );
  return named(text, messageFile(tag), plan);
}

function ofSkill(text: string, title: string): string {
  const [was, is] = [idOf(templateSkill), idOf(title)];
  return text
    .replaceAll(templateSkill, () => title.replaceAll("'", '’'))
    .replaceAll(camelCase(was), camelCase(is))
    .replaceAll(pascalCase(was), pascalCase(is))
    .replaceAll(was, is);
}

/** The text of code with what the plan says of its application in place of what the template says of its own. */
function worded(text: string, path: string, plan: Plan): string {
  const wording = wordingOf(plan);
  if (wording === templateWording || !path.endsWith('.ts')) return text;
  const skill = (of: PackageWording) => of.skillDescription(templateSkill);
  return text
    .replace(templateWording.description(templateName), () => inQuotes(wording.description(plan.name)))
    .replace(skill(templateWording), () => skill(wording))
    .replace(templateWording.skillInput, () => wording.skillInput);
}

/** The text with the names of the plan; in code they stand between single quotes. */
function named(text: string, path: string, plan: Plan): string {
  const spelled = (name: string) => (path.endsWith('.ts') ? inQuotes(name) : name);
  return text
    .replaceAll(anyTemplateName, (found) => spelled(found === templateName ? plan.name : plan.publisher))
    .replaceAll(templateColour, iconOf(plan.name).brandColor);
}

/** As it stands between single quotes. */
function inQuotes(text: string): string {
  return text.replace(/[\\']/g, '\\$&');
}

/** The example data with its last day moved to `today`. */
function ending(text: string, today: Date): string {
  const days = Math.floor((today.getTime() - templateDay) / 86_400_000) * 86_400_000;
  return text.replaceAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g, (time) =>
    new Date(Date.parse(time) + days).toISOString().replace('.000', ''),
  );
}
