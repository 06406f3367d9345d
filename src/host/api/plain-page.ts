import { escaped, htmlPage } from './page.ts';
import type { Served } from './served.ts';

/** A plain page that names the connectors and their actions. */
export function plainPage({ host }: Served): string {
  const sections = host.connectors().map(({ discovery, key }) => {
    const rows = discovery.actions.map(
      ({ operation, point, kind, invocable, reasons, matchedBy }) =>
        `<tr><td>${escaped(point?.title ?? (kind === 'chat-skill' ? 'Chat skill' : '—'))}<td><code>${escaped(operation.operationId ?? operation.path)}</code><td>${invocable ? `would be invoked${matchedBy ? `, found by ${matchedBy}` : ''}` : escaped(reasons.map(({ message }) => message).join(' ') || 'no action of Copilot for Sales')}`,
    );
    return `<h2>${escaped(discovery.connector.title)} <small>${escaped(key)}</small></h2>
<table><thead><tr><th>Extension point<th>Operation<th>Verdict<tbody>
${rows.join('\n')}
</table>`;
  });
  return htmlPage(
    'saleskit',
    `<h1>Copilot for Sales, on this machine</h1>
${sections.join('\n') || '<p>No connector yet.</p>'}
<p>The API: <code>GET /api/connectors</code>, <code>POST /api/surfaces/record-summary</code>, <code>GET /api/calls</code>.</p>`,
  );
}
