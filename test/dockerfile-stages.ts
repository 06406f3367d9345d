/** The stages of a Dockerfile, carried out in folders as far as that goes without Docker: its own commands, in its own order. */
import { cpSync, mkdirSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { type Copy, DockerfileParser, From, type Instruction } from 'dockerfile-ast';

/** What a container of a stage begins with. */
export interface Image {
  /** The folder that stands for /. */
  readonly root: string;
  readonly workdir: string;
  readonly user: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

export interface Building {
  readonly dockerfile: string;
  /** The folder that COPY takes from where it names no stage. */
  readonly context: string;
  /** Where stages get a folder each. */
  readonly folder: string;
  /** Carries out a RUN in the folder that stands for its working directory. */
  run(command: string, workdir: string): void;
  /** Gives a folder to the user that `COPY --chown` names. */
  own(folder: string, user: string): void;
}

const nothing: Omit<Image, 'root'> = {
  workdir: '/',
  user: 'root',
  environment: {},
  entrypoint: [],
  command: [],
  healthcheck: [],
};

/** Carries out a stage after those that it stands on or copies from. Throws at an instruction that it does not know. */
export function buildStage(building: Building, target: string, built = new Map<string, Image>()): Image {
  const known = built.get(target);
  if (known) return known;
  const stages = stagesOf(building.dockerfile);
  const stage = stages.get(target);
  if (!stage) throw new Error(`The Dockerfile has no stage ${target}.`);
  const base = stages.has(stage.base) ? buildStage(building, stage.base, built) : undefined;
  const root = join(building.folder, target);
  mkdirSync(root, { recursive: true });
  if (base) cpSync(base.root, root, { recursive: true, verbatimSymlinks: true });
  let image: Image = { ...nothing, ...base, root };
  for (const instruction of stage.instructions) {
    image = step(instruction, image, building, (name) => buildStage(building, name, built));
  }
  built.set(target, image);
  return image;
}

interface Stage {
  readonly base: string;
  readonly instructions: Instruction[];
}

function stagesOf(dockerfile: string): Map<string, Stage> {
  const stages = new Map<string, Stage>();
  let current: Stage | undefined;
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction instanceof From) {
      current = { base: instruction.getImage() ?? '', instructions: [] };
      stages.set(instruction.getBuildStage() ?? '', current);
    } else current?.instructions.push(instruction);
  }
  return stages;
}

type Step = (image: Image, content: string, instruction: Instruction, at: At) => Partial<Image> | undefined;

interface At {
  readonly building: Building;
  /** The folder that stands for a path of the image. */
  readonly inside: (path: string) => string;
  readonly stage: (name: string) => Image;
}

const steps: Readonly<Record<string, Step>> = {
  WORKDIR(image, path, _instruction, { inside }) {
    mkdirSync(inside(path), { recursive: true });
    return { workdir: posix.resolve(image.workdir, path) };
  },
  ENV: ({ environment }, content) => ({
    environment: { ...environment, ...Object.fromEntries(content.split(/\s+/).map((pair) => pair.split('=', 2))) },
  }),
  USER: (_image, user) => ({ user }),
  RUN(_image, command, _instruction, { building, inside }) {
    building.run(command, inside('.'));
    return undefined;
  },
  COPY(_image, content, instruction, { building, inside, stage }) {
    const flags = new Map((instruction as Copy).getFlags().map((flag) => [flag.getName(), flag.getValue() ?? '']));
    const from = flags.has('from') ? stage(flags.get('from') ?? '').root : building.context;
    const words = content.split(/\s+/);
    const place = inside(words.pop() ?? '');
    for (const source of words.map((word) => join(from, word))) {
      // Of a folder its content is copied, a file by its name.
      const target = statSync(source).isDirectory() ? place : join(place, basename(source));
      cpSync(source, target, { recursive: true, verbatimSymlinks: true });
    }
    const [owner = ''] = flags.get('chown')?.split(':') ?? [];
    if (owner) building.own(place, owner);
    return undefined;
  },
  ENTRYPOINT: (_image, content) => ({ entrypoint: JSON.parse(content) }),
  CMD: (_image, content) => ({ command: JSON.parse(content) }),
  HEALTHCHECK: (_image, content) => ({ healthcheck: JSON.parse(content.slice(content.indexOf('['))) }),
  EXPOSE: () => undefined,
};

function step(instruction: Instruction, image: Image, building: Building, stage: At['stage']): Image {
  const keyword = instruction.getKeyword();
  const carryOut = steps[keyword];
  if (!carryOut) throw new Error(`${keyword} is not carried out here: add it to test/dockerfile-stages.ts.`);
  const inside = (path: string) => join(image.root, posix.resolve(image.workdir, path));
  return {
    ...image,
    ...carryOut(image, instruction.getArgumentsContent() ?? '', instruction, { building, inside, stage }),
  };
}
