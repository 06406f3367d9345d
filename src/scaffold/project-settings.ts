/** The settings of a project: what npm, TypeScript, Node and saleskit read. */
import { idOf, type OwnApiPlan, type Plan } from './plan.ts';

const address = 'http://127.0.0.1:8080';
/** Serves the connector there, on one's own machine: saleskit dev runs it, npm run serve does it alone. */
const command = 'node --env-file=local.env src/main.ts';
/** saleskit dev lets sellers sign in here, as this client, in place of the real provider. */
const localSignIn = { issuer: 'http://127.0.0.1:8102', clientId: 'saleskit-host' };

/** Where the package does not say what API its tokens are for. */
const api = 'api://todo-api';
const localResource = { openid: { resource: api }, entra: {} } as const;

const verifySignIn = { entra: ' --auth local', openid: ` --auth local --audience ${api}`, none: '' } as const;

/** By path: package.json, tsconfig.json, saleskit.config.json, local.env. */
export function projectSettings(plan: Plan, version: string): [path: string, content: string][] {
  return [
    ['package.json', json(manifest(plan, version))],
    ['tsconfig.json', json(typescript)],
    ['saleskit.config.json', json(configuration(plan))],
    ['local.env', localEnvironment(plan)],
  ];
}

function manifest({ name, authentication, languages }: Plan, version: string) {
  const compared = languages.slice(0, 2).map((language) => ` --language ${language}`);
  return {
    name: idOf(name) || 'connector',
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: { node: '>=22.19' },
    scripts: {
      start: 'saleskit dev',
      serve: command,
      test: 'tsc && node --test test/*.test.ts',
      lint: 'saleskit lint package',
      verify: `saleskit verify package --url ${address}${verifySignIn[authentication]}${compared.join('')}`,
      package: 'node src/write-package.ts',
    },
    dependencies: { saleskit: `^${version}` },
    // The Node that npm's scripts run with, whatever Node the machine has; a server that is deployed brings its own.
    devDependencies: { '@types/node': '^24.0.0', node: '^24.0.0', typescript: '^7.0.0' },
    allowScripts: { node: true },
  };
}

const typescript = {
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024'],
    module: 'nodenext',
    noEmit: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    types: ['node'],
  },
  include: ['src', 'test', 'example'],
};

function configuration({ authentication }: Plan) {
  return {
    $schema: './node_modules/saleskit/saleskit.config.schema.json',
    packages: [{ location: 'package', run: command, url: address }],
    ...(authentication !== 'none' && {
      connections: { package: { ...localSignIn, ...localResource[authentication] } },
    }),
  };
}

const dataSettings: Readonly<Record<Plan['data'], string>> = {
  http: '# The API of your application; without it, example/api.ts.\n# API_URL=https://',
  database: '# The file of the database; without it, one in memory.\n# DATABASE=data.db',
  files: '# The file with the data; without it, example/agreements.json.\n# DATA_FILE=data.json',
};

function ownApiSettings({ address = 'https://', secret }: OwnApiPlan): string {
  const access = secret === undefined ? '' : `\n# ${secret}=`;
  return `# Your API: with it, the connector answers as MAPPING.md says; without it, with the example.\n# API_URL=${address}${access}`;
}

function localEnvironment({ data, authentication, ownApi }: Plan): string {
  const issuer = `# Sellers sign in at the issuer that saleskit starts, in place of the real one.\nISSUER=${localSignIn.issuer}\n\n`;
  const settings = [...(ownApi ? [ownApiSettings(ownApi)] : []), dataSettings[data]];
  const signIn = authentication === 'none' ? '' : issuer;
  return `# Settings for your own machine: npm start and npm run serve.\n\n${signIn}# As many calls as verify makes.\nTHROTTLE=off\n\n# Another port has two more places: url in saleskit.config.json, verify in package.json.\n# PORT=8080\n\n${settings.join('\n\n')}\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
