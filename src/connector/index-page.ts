import type { Connector } from './connector-options.ts';
import { mcpPath } from './mcp-route.ts';

const definitionPath = '/apiDefinition.swagger.json';

/** What GET / answers to programs. */
export function indexJson({ options, actions }: Connector) {
  return {
    name: options.title,
    description: options.description,
    definition: definitionPath,
    actions: actions.map(({ id, operationId, method, path, summary }) => ({ id, operationId, method, path, summary })),
    ...(options.mcp && { mcp: mcpPath }),
    health: { live: '/health/live', ready: '/health/ready' },
  };
}

/** What GET / shows in a browser. */
export function indexPage(connector: Connector): string {
  const { name, description, actions } = indexJson(connector);
  const rows = actions.map(
    ({ summary, method, path, operationId }) =>
      `<tr><td>${escaped(summary)}<td><code>${method} ${escaped(path)}</code><td><code>${escaped(operationId)}</code>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(name)}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 "Segoe UI", system-ui, sans-serif }
body { max-width: 60rem; margin: 3rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #8884 }
</style>
<h1>${escaped(name)}</h1>
<p>${escaped(description)}</p>
<table><thead><tr><th>Action<th>Request<th>Operation<tbody>
${rows.join('\n')}
</table>
<p><a href="${definitionPath}">OpenAPI definition</a> · <a href="/health/ready">Health</a></p>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
