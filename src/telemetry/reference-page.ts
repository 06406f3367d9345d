import { type Metric, metrics } from './metrics.ts';

/** The reference page about what is told to OpenTelemetry. */
export function telemetryPage(): string {
  const rows = Object.entries<Metric>(metrics).map(
    ([name, { kind, unit, description, attributes }]) =>
      `| \`${name}\` | ${kind}, ${unit} | ${description} | ${attributes.map((each) => `\`${each}\``).join(', ')} |`,
  );
  return `# What is told to OpenTelemetry

How it is switched on: [seen from outside](../guide/seen-from-outside.md). Prometheus has the same names with underscores, and \`_total\` after counters.

## Spans

| Span | Kind | When |
| --- | --- | --- |
| \`call POINT\` | client | the host calls a connector; its headers are the parent of what the connector does |
| \`METHOD ROUTE\` | server | the connector, or the application beside it, answers a call |
| \`METHOD\` | client | the connector asks a back end |
| \`SYSTEM QUESTION\` | client | Contoso Hub asks its store |

\`saleskit.request_id\` is the x-ms-client-request-id, as in the log.

## Metrics

| Name | Instrument, unit | What it tells | Told apart by |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
