import { build, type Plugin, type RolldownOptions } from 'rolldown';
import config from './rolldown.config.ts';

/** What differs from scripts/rolldown.config.ts. */
export interface Bundle {
  readonly folder: string;
  /** Entries by the names of their files. */
  readonly input?: RolldownOptions['input'];
  readonly sourcemap?: boolean;
  /** How a reader of messages calls the commands; `npm run` where absent. */
  readonly commands: Readonly<Record<string, string>>;
}

/** Writes the bundle, and gives the modules that it leaves to Node. */
export async function bundle({ folder, input = config.input, sourcemap = true, commands }: Bundle): Promise<string[]> {
  const { output } = await build({
    ...config,
    input: input as NonNullable<typeof input>,
    plugins: [config.plugins, namedCommands(commands)],
    output: { ...config.output, dir: folder, sourcemap },
  });
  const chunks = output.filter((file) => file.type === 'chunk');
  const names = new Set(chunks.map(({ fileName }) => fileName));
  return chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]).filter((name) => !names.has(name));
}

/** Who has it installed has the commands by other names. */
function namedCommands(commands: Bundle['commands']): Plugin {
  return {
    name: 'named-commands',
    transform: {
      filter: { id: /[\\/](src[\\/]cli|contoso-hub)[\\/]/ },
      handler: (code) => ({
        code: Object.entries(commands).reduce((text, [from, to]) => text.replaceAll(from, to), code),
        map: null,
      }),
    },
  };
}
