/** actions.md: what is to be pasted into Copilot Studio, action by action, to the letter. */
import type { DiscoveredAction, Discovery } from '../discovery/discovery.ts';

interface Described {
  readonly name: string;
  readonly type: string | undefined;
  readonly required: boolean;
  readonly description: string | undefined;
}

/** The actions to make: those of actions.json where there is one, else those that the host has a use for. */
export function actionsToMake({ actions }: Discovery): readonly DiscoveredAction[] {
  return actions.filter(({ kind, operation: { isChosen } }) => isChosen ?? kind !== 'none');
}

/** Copilot for Sales may not find such an action: it goes by descriptions. */
export function isKnownByIdOnly({ invocable, matchedBy }: DiscoveredAction): boolean {
  return invocable && matchedBy === 'operationId';
}

export const knownByIdOnly = 'Known by its operationId only: its description is not that of the extension point.';

export function actionsSheet(discovery: Discovery): string {
  const { title } = discovery.connector;
  const actions = actionsToMake(discovery);
  const intro = `# ${title} in Copilot Studio

Make an action of the connector and choose these operations, one after the other. As far as is known, Copilot Studio asks for the description of the operation, then for those of its inputs, then for those of its outputs. It proposes what the connector says; what stands here is what counts. Paste it to the letter: Copilot for Sales finds actions, inputs and outputs by these texts, and a full stop too many is one.

${actions.map(({ operation }, index) => `${index + 1}. ${operation.summary ?? operation.operationId} (\`${operation.operationId}\`)`).join('\n')}
`;
  return [intro, ...actions.map((action, index) => actionText(action, index + 1))].join('\n');
}

function actionText(action: DiscoveredAction, number: number): string {
  const { operation } = action;
  const inputs = operation.inputs.filter((input) => !input.isInternal && !input.isNotificationUrl);
  const outputs = operation.outputs.filter((output) => !output.isInternal);
  return `## ${number}. ${operation.summary ?? operation.operationId}

${whatItIs(action)}

### Description

${fenced(operation.description)}
${listed('Inputs', inputs.map(described))}${listed('Outputs', outputs.map(described))}`;
}

function whatItIs(action: DiscoveredAction): string {
  const { operation, point, kind, reasons } = action;
  const what = point
    ? `extension point ${point.id}`
    : kind === 'chat-skill'
      ? 'chat skill'
      : 'neither extension point nor chat skill';
  const remarks = [
    ...reasons.map(({ message }) => `**Copilot for Sales would not invoke it.** ${message}`),
    ...(isKnownByIdOnly(action)
      ? [`**${knownByIdOnly}** The extension point’s is:\n\n${fenced(point?.apiDescription ?? '')}`]
      : []),
  ];
  return [`Operation \`${operation.operationId}\`: ${what}.`, ...remarks].join('\n\n');
}

function described({ path, type, required, description }: Described & { readonly path: readonly string[] }): Described {
  const name = path.filter((step) => step !== '[]').join('.');
  return { name, type, required, description };
}

function listed(title: string, fields: readonly Described[]): string {
  if (fields.length === 0) return '';
  const texts = fields.map(({ name, type, required, description }) => {
    const facts = [type, required ? 'required' : undefined].filter((each) => each !== undefined).join(', ');
    return `**${name}**${facts && ` (${facts})`}\n\n${fenced(description)}\n`;
  });
  return `\n### ${title}\n\n${texts.join('\n')}`;
}

/** A block of code, which pages show with a button to copy it; its fence is longer than any in the text. */
function fenced(text: string | undefined): string {
  if (!text) return '*No description: leave it as Copilot Studio proposes it.*';
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
