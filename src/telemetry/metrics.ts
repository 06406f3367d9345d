/** Every metric: its instrument, and what it tells. Names that OpenTelemetry has conventions for are the conventions'. */

export interface Metric {
  readonly kind: 'histogram' | 'counter' | 'up-down' | 'gauge';
  readonly unit: string;
  readonly description: string;
  /** What it is told apart by. */
  readonly attributes: readonly string[];
}

export const metrics = {
  'http.server.request.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'how long calls of the connector took; their number is the rate, those with an error.type the errors',
    attributes: [
      'http.request.method',
      'http.route',
      'http.response.status_code',
      'error.type',
      'saleskit.extension_point',
    ],
  },
  'http.server.active_requests': {
    kind: 'up-down',
    unit: '{request}',
    description: 'calls being answered',
    attributes: [],
  },
  'saleskit.throttle.refused': {
    kind: 'counter',
    unit: '{call}',
    description: 'calls beyond what a connection may make (429)',
    attributes: ['saleskit.extension_point'],
  },
  'saleskit.load.shed': {
    kind: 'counter',
    unit: '{call}',
    description: 'calls that were refused because more was asked than could be answered in time (503)',
    attributes: ['saleskit.extension_point'],
  },
  'saleskit.deadline.exceeded': {
    kind: 'counter',
    unit: '{call}',
    description: 'calls that were not answered in time (504)',
    attributes: ['saleskit.extension_point'],
  },
  'saleskit.answers.discarded': {
    kind: 'counter',
    unit: '{answer}',
    description: 'answers that came after the deadline',
    attributes: ['saleskit.extension_point'],
  },
  'http.client.request.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'how long a back end took to answer',
    attributes: ['http.request.method', 'server.address', 'server.port', 'http.response.status_code', 'error.type'],
  },
  'saleskit.back_end.requests': {
    kind: 'gauge',
    unit: '{request}',
    description: 'requests that a back end is being asked',
    attributes: ['server.address', 'server.port'],
  },
  'saleskit.back_end.waiting': {
    kind: 'gauge',
    unit: '{request}',
    description: 'requests that wait until a back end is asked less',
    attributes: ['server.address', 'server.port'],
  },
  'saleskit.back_end.left_alone': {
    kind: 'gauge',
    unit: '1',
    description: '1 while a back end has failed repeatedly and is left alone, else 0',
    attributes: ['server.address', 'server.port'],
  },
  'db.client.operation.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'how long the store took for a question',
    attributes: ['db.system.name', 'db.operation.name', 'error.type'],
  },
  'saleskit.host.call.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'how long calls of the host took, by how they ended for the seller',
    attributes: ['saleskit.connector', 'saleskit.extension_point', 'saleskit.outcome'],
  },
} as const satisfies Readonly<Record<string, Metric>>;

/** The name of a metric. */
export type MetricName = keyof typeof metrics;
