/** A connector of one's own, from nothing to a project that runs. */
import { basename, join, relative, resolve } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';
import {
  type Answers,
  expectEmpty,
  filesOf,
  mappingText,
  mistakeIn,
  nameOfTitle,
  ownApiOf,
  type Plan,
  type Proposal,
  packageOnly,
  planOf,
  proposalAbout,
  proposalFor,
  proposedFiles,
  type Question,
  questions,
  writeNewFolder,
} from '../../scaffold/scaffold.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { isRepository, ownTarball } from '../own-package.ts';
import { shellPath } from '../shell-word.ts';
import { version } from '../version.ts';

const stopped = 130;

/** What --help prints. */
export const usage = `A connector of your own: a TypeScript project that runs at once, with example data, in a new folder.

  npm run -s saleskit -- new DIR [options]

  --name NAME             your application, as sellers see it            (after the folder)
  --publisher NAME        who publishes it                               (after the folder)
  --points ID,…           extension points, or "" for none               (all of them)
  --chat-skills TITLE,…   chat skills, or none                           (Chat about agreements; with --from none)
  --data KIND             where the data is: ${choicesOf('data')}        (http)
  --auth KIND             how sellers sign in: ${choicesOf('auth')}        (none)
  --languages TAG,…       languages, the fallback first                  (en)
  --package               the connector package alone, for an API that is there, in any language
  --from FILE             the OpenAPI document of your API, YAML or JSON: proposes what of it feeds the extension points,
                          tells it, and writes it as code to review (with --package: as MAPPING.md)
  --yes                   what is not told is as usual

On a terminal, what is not told is asked.
Extension points: ${choicesOf('points')}.
Exit codes: 0 it is there, 2 usage or a folder that is not empty, 130 stopped by Ctrl-C or Ctrl-D (nothing was written).
`;

function choicesOf(name: Question['name']): string {
  return Object.keys(questions.find((question) => question.name === name)?.choices ?? {}).join(', ');
}

const text = { type: 'string' } as const;
const options = {
  name: text,
  publisher: text,
  points: text,
  'chat-skills': text,
  data: text,
  auth: text,
  languages: text,
  package: { type: 'boolean' },
  from: text,
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Record<Question['name'] | 'package' | 'from' | 'yes' | 'help', object>;

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(args, options);
  if (given.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new CodedError('USAGE', 'Name one new folder: new DIR. See --help.');
  await expectEmpty(folder);
  const isPackage = given.package ?? false;
  const proposal = given.from === undefined ? undefined : await proposalFor(given.from);
  // Before anything is asked: what is chosen follows from it.
  if (proposal) process.stdout.write(`${mappingText(proposal)}\n`);
  const known = { ...(proposal && ofProposal(proposal, isPackage)), ...given };
  const answers = await completed(checked(isPackage ? ofPackage(known) : known), folder, given.yes ?? false);
  if (answers === undefined) {
    process.stderr.write('Stopped: nothing was written.\n');
    return stopped;
  }
  const plan = planOf(answers, new Date());
  if (typeof plan === 'string') throw new CodedError('USAGE', plan);
  const chosen = proposal && proposalAbout(plan.points, proposal);
  const project = chosen?.points.length ? withOwnApi(plan, chosen, isPackage) : plan;
  const files = new Map([
    ...(isPackage ? packageOnly(project) : filesOf(project, version)),
    ...(chosen ? proposedFiles(chosen, isPackage) : []),
  ]);
  await writeNewFolder(folder, files);
  process.stdout.write((isPackage ? packageWelcome : welcome)(folder, project, files.size));
  if (chosen) process.stdout.write(mappingWelcome(folder, isPackage ? undefined : project.ownApi));
  return 0;
};

/** What the API does not feed stays the example, which a file holds: another API is not asked for it. */
function withOwnApi(plan: Plan, proposal: Proposal, isPackage: boolean): Plan {
  const isExampleAsked = plan.data === 'http' && !isPackage;
  return { ...plan, ownApi: ownApiOf(proposal), data: isExampleAsked ? 'files' : plan.data };
}

/** Name and extension points as the document has them. */
function ofProposal({ title, points }: Proposal, isPackage: boolean): Answers {
  return {
    ...(title && { name: nameOfTitle(title) }),
    points: points.map(({ point }) => point).join(','),
    // No proposal is about chat, and the example's answers are none beside those of one's own API.
    'chat-skills': 'none',
    ...(isPackage ? {} : { data: 'http' }),
  };
}

/** A package has neither data nor languages, and chat skills only where they are told. */
function ofPackage(given: Answers): Answers {
  const odd = (['data', 'languages'] as const).find((name) => given[name] !== undefined);
  if (odd) throw new CodedError('USAGE', `--${odd} is about a TypeScript project: it does not go with --package.`);
  return { 'chat-skills': 'none', ...given, data: 'http', languages: 'en' };
}

/** The answers that options give. Throws USAGE with every mistake, one a line. */
function checked(given: Answers): Answers {
  const mistakes = questions.flatMap((question) => {
    const answer = given[question.name];
    const mistake = answer === undefined ? undefined : mistakeIn(question, answer);
    return mistake === undefined ? [] : [`--${question.name}: ${mistake}`];
  });
  if (mistakes.length > 0) throw new CodedError('USAGE', mistakes.join('\n'));
  return given;
}

/** The rest as usual, or asked; undefined where the user stopped. */
async function completed(given: Answers, folder: string, isAsUsual: boolean): Promise<Required<Answers> | undefined> {
  const name = basename(resolve(folder));
  const open = questions.filter((question) => given[question.name] === undefined);
  const usual = Object.fromEntries(open.map((question) => [question.name, question.usual(name)]));
  if (isAsUsual || open.length === 0) return { ...usual, ...checkedUsual(usual, given) } as Required<Answers>;
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new CodedError(
      'USAGE',
      `Without a terminal nothing can be asked. Give ${open.map((each) => `--${each.name}`).join(', ')}, or --yes for what is usual.`,
    );
  const { ask } = await import('../new/ask.ts');
  const asked = await ask(open, name);
  return asked && ({ ...given, ...asked } as Required<Answers>);
}

/** What is usual follows from the folder's name, of which not every name can be made. */
function checkedUsual(usual: Answers, given: Answers): Answers {
  checked(usual);
  return given;
}

function welcome(folder: string, { name, points, chatSkills }: Plan, count: number): string {
  const place = placeOf(folder);
  const has = [counted(points.length, 'extension point'), counted(chatSkills.length, 'chat skill')].filter(Boolean);
  const enter = place === '.' ? '' : `  cd ${place}\n`;
  const pack = isRepository ? '  npm run pack-package\n' : '';
  const tarball = ownTarball ? ` ${shellPath(relative(resolve(folder), ownTarball))}` : '';
  return `${name} stands in ${place}: ${count} files, ${has.join(' and ')}.

${pack}${enter}  npm install${tarball}
  npm start         the Sales pane with it: open http://127.0.0.1:8100

What to do next: README.md
`;
}

function mappingWelcome(folder: string, ownApi: Plan['ownApi']): string {
  const page = `What of your API feeds what, and why: ${join(placeOf(folder), 'MAPPING.md')}\n`;
  if (!ownApi) return page;
  return `${page}It shows its example data until API_URL in ${join(placeOf(folder), 'local.env')} names your API.\n`;
}

function packageWelcome(folder: string, { name, points, chatSkills }: Plan, count: number): string {
  const place = placeOf(folder);
  const has = [counted(points.length, 'extension point'), counted(chatSkills.length, 'chat skill')].filter(Boolean);
  return `The connector package of ${name} stands in ${place}: ${count} files, ${has.join(' and ')}.

  npm run -s saleskit -- lint ${place}      what is marked TODO, and what else is left
  npm run -s saleskit -- dev ${place} --url URL      the Sales pane with your API at this address: open http://127.0.0.1:8100
  npm run -s saleskit -- verify ${place} --url URL      your API, examined

What your API is to answer: ${place}/apiDefinition.swagger.json; its paths may be any, the descriptions stay.
`;
}

/** As it can be pasted into a shell. */
const placeOf = (folder: string) => shellPath(relative(process.cwd(), folder) || '.');

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
