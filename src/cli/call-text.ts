import type { Item, Trace } from '../host/host.ts';

/** A call for people: what was chosen, sent and shown, and why nothing was. */
export function callText(trace: Trace): string {
  const {
    connector,
    isMock,
    wanted,
    action,
    outcome,
    explanation,
    request,
    response,
    items,
    dropped,
    findings,
    values,
  } = trace;
  const lines = [
    `${connector}: ${wanted} — ${outcome}${isMock ? ' (examples: the connector was not asked)' : ''}`,
    explanation && `  ${explanation}`,
    action &&
      `  action    ${action.operationId ?? '(no operationId)'}, matched by ${action.matchedBy ?? 'its name'}${action.invocable ? '' : ', not invocable'}`,
    ...(action?.reasons ?? []).map(({ code, message, pointer }) => `    ${code}: ${message} (${pointer})`),
    request && `  request   ${request.method} ${request.url}`,
    ...values.map(
      ({ input, value, parameter }) =>
        `    ${input} = ${short(value)}${parameter ? ` → ${parameter.in} ${parameter.name}` : ' (no parameter takes it)'}`,
    ),
    response && `  response  ${response.status ?? 'none'} in ${response.durationMs} ms of 5000`,
    ...items.flatMap((item, index) => itemLines(item, index + 1)),
    ...dropped.map(({ index, why }) => `  dropped   item ${index + 1}: ${why}`),
    ...findings.map(({ severity, rule, message }) => `  ${severity.padEnd(9)} ${rule}: ${message}`),
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}

function itemLines(item: Item, number: number): string[] {
  return Object.entries(item).map(
    ([name, value], index) => `  ${index === 0 ? String(number).padStart(2) : '  '} ${name}: ${short(value)}`,
  );
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
