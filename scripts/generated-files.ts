/** Every file of the repository that is made from others, by its path from the root. */
import { readdirSync, readFileSync } from 'node:fs';
import { entraAuthentication, packageFiles } from 'saleskit/connector';
import { camelCase, errorsPage, extensionPointPage, extensionPoints, hostPage } from 'saleskit/contract';
import { usage } from '../contoso-hub/command-line.ts';
import { contosoHub } from '../contoso-hub/hub.ts';
import { packageReadme } from '../contoso-hub/package-readme.ts';
import { openStore } from '../contoso-hub/store/open-store.ts';
import { usage as add } from '../src/cli/commands/add.ts';
import { usage as call } from '../src/cli/commands/call.ts';
import { usage as dev } from '../src/cli/commands/dev.ts';
import { usage as explain } from '../src/cli/commands/explain.ts';
import { usage as lint } from '../src/cli/commands/lint.ts';
import { usage as mcp } from '../src/cli/commands/mcp.ts';
import { usage as newProject } from '../src/cli/commands/new.ts';
import { usage as pack } from '../src/cli/commands/pack.ts';
import { usage as verify } from '../src/cli/commands/verify.ts';
import { configurationSchema } from '../src/host/configuration/configuration-schema.ts';
import { apiPage } from '../src/host/host.ts';
import { editorSchemas } from '../src/lint/editor-schemas/editor-schemas.ts';
import { ruleGroups, rulesPage } from '../src/lint/lint.ts';
import { outcomes } from '../src/pane/components/call-outcome/outcomes.ts';
import { tenantChecklist } from '../src/pane/tenant/tenant-checklist.ts';
import { iconOf } from '../src/scaffold/scaffold.ts';
import { telemetryPage } from '../src/telemetry/reference-page.ts';
import { checksPages } from '../src/verify/verify.ts';
import { sdkPages } from './sdk-pages.ts';

export const repair = 'npm run generate';

const pointsFolder = new URL('../src/contract/points/', import.meta.url);
/** Application ids of the two app registrations, to be replaced by one's own. */
const backEndId = '00000000-0000-0000-0000-00000000000a';
const connectorId = '00000000-0000-0000-0000-00000000000b';
const host = 'hub.contoso.com';

export async function generatedFiles(): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>([['src/contract/extension-points.ts', extensionPointList()]]);
  for (const point of Object.values(extensionPoints)) {
    files.set(`docs/reference/extension-points/${point.id}.md`, extensionPointPage(point));
  }
  files.set('docs/reference/errors.md', errorsPage());
  files.set('docs/reference/host.md', hostPage());
  files.set('docs/reference/telemetry.md', `<!-- Made from src/telemetry by \`${repair}\`. -->\n\n${telemetryPage()}`);
  files.set('docs/reference/contoso-hub.md', commandPage());
  files.set('docs/reference/host-api.md', apiPage());
  for (const [name, schema] of Object.entries({
    'saleskit.config.schema.json': configurationSchema,
    ...editorSchemas(),
  }))
    files.set(`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`);
  files.set('docs/reference/saleskit.md', saleskitPage());
  for (const group of ruleGroups) {
    const page = rulesPage(group);
    if (page)
      files.set(`docs/reference/rules/${group}.md`, `<!-- Made from src/lint/rules by \`${repair}\`. -->\n\n${page}`);
  }
  for (const [name, page] of Object.entries(checksPages()))
    files.set(`docs/reference/checks/${name}.md`, `<!-- Made from src/verify/checks by \`${repair}\`. -->\n\n${page}`);
  for (const [name, page] of Object.entries(sdkPages()))
    files.set(`docs/reference/sdk/${name}.md`, `<!-- Made from the docstrings by \`${repair}\`. -->\n\n${page}`);
  files.set('docs/reference/why-nothing-shows.md', whyNothingShowsPage());
  files.set('docs/decisions/README.md', decisionsPage());
  files.set('src/scaffold/template/icon.png', iconOf('Fabrikam Sign').png);
  for (const [name, content] of Object.entries(await hubPackage())) files.set(`contoso-hub/package/${name}`, content);
  return files;
}

/** To add an extension point is to add one file: this list follows from the folder. */
function extensionPointList(): string {
  const ids = readdirSync(pointsFolder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort((a, b) => (camelCase(a) < camelCase(b) ? -1 : 1));
  const imports = ids.map((id) => `import { ${camelCase(id)} } from './points/${id}.ts';`).sort();
  return `// Made from the files of ./points by \`${repair}\`.
${imports.join('\n')}

/** Every extension point, by the name that code knows it by. */
export const extensionPoints = {
${ids.map((id) => `  ${camelCase(id)},`).join('\n')}
} as const;

/** The id of an extension point: the name of its file. */
export type ExtensionPointId = (typeof extensionPoints)[keyof typeof extensionPoints]['id'];
`;
}

function commandPage(): string {
  return `<!-- Made from contoso-hub/command-line.ts by \`${repair}\`. -->\n\n# The command line of Contoso Hub\n\n\`\`\`text\n${usage}\`\`\`\n`;
}

function saleskitPage(): string {
  const texts = [newProject, add, dev, call, lint, verify, pack, mcp, explain].map(
    (text) => `\`\`\`text\n${text}\`\`\``,
  );
  return `<!-- Made from src/cli/commands by \`${repair}\`. -->\n\n# The command line of saleskit\n\n${texts.join('\n\n')}\n`;
}

/** What the pane says of a call that shows nothing, and what it tells to look at in a tenant. */
function whyNothingShowsPage(): string {
  const silent = Object.entries(outcomes).filter(([id]) => id !== 'shown');
  const rows = silent.map(([id, { words, mend = '' }]) => `| \`${id}\` | ${words} | ${mend} |\n`);
  const checks = tenantChecklist.map(({ title, text }) => `### ${title}\n\n${text}\n`);
  return `<!-- Made from src/pane by \`${repair}\`. -->

# Why nothing shows

What the pane tells, as data. [Why is nothing shown?](../guide/why-is-nothing-shown.md) goes by what you see.

## Outcomes of a call

| Outcome | In the inspector | How to mend it |
| --- | --- | --- |
${rows.join('')}
## In a tenant

What must be true there besides, in the order in which it pays to look.

${checks.join('\n')}`;
}

function decisionsPage(): string {
  const folder = new URL('../docs/decisions/', import.meta.url);
  const entries = readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.md$/.test(name))
    .sort()
    .map(
      (name) => `- [${readFileSync(new URL(name, folder), 'utf8').split('\n', 1)[0]?.replace(/^# /, '')}](${name})\n`,
    );
  return `<!-- Made from the pages beside this one by \`${repair}\`. -->

# Decisions

What was asked, what was measured or compared, what was chosen, and what would change it: half a page each.

${entries.join('')}`;
}

/** The connector package of Contoso Hub, with Entra ID as it is published. */
async function hubPackage(): Promise<Record<string, string | Uint8Array>> {
  const facts = await openStore(':memory:');
  const auth = entraAuthentication({ tenant: 'organizations', clientId: backEndId, connectorClientId: connectorId });
  const hub = contosoHub({ facts, auth });
  await facts.close();
  return { ...packageFiles(hub, { host }), 'readme.md': packageReadme(hub) };
}
