/*
 * Everything that a trace may hold: the kinds of spans and their attributes. Both sets are closed,
 * so that no text of a client, a tenant or Runway can get into a trace. docs/operating/traces.md
 * lists both.
 */

export interface SpanRow {
  /** What OpenTelemetry calls the span's kind. */
  readonly kind: 'server' | 'client' | 'internal';
  readonly text: string;
}

export const SPANS = {
  request: { kind: 'server', text: 'An HTTP request, from its head to the end of its answer.' },
  operation: { kind: 'internal', text: 'The execution of a checked GraphQL operation.' },
  field: { kind: 'internal', text: 'One root field of the operation.' },
  submission: {
    kind: 'client',
    text: 'The POST of a task to Runway, and the record of its result.',
  },
  read: {
    kind: 'client',
    text: 'One read of a live task at Runway, and the record of its result.',
  },
  settlement: { kind: 'internal', text: 'The moment at which the task settles. It has no length.' },
} as const satisfies Record<string, SpanRow>;

export type SpanName = keyof typeof SPANS;

/** Names of OpenTelemetry's conventions where there is one, else with our own prefix. */
export const SPAN_ATTRIBUTES = {
  'http.request.method': 'The method; `_OTHER` for one that HTTP does not define.',
  'http.route': 'The path, if the gateway serves it.',
  'http.response.status_code': 'The status of the answer.',
  'url.scheme': '`http` or `https`, as the client used it.',
  'graphql.operation.type': '`query`, `mutation` or `subscription`.',
  'error.type': 'The code of the error, or the status of the answer.',
  'gateway.request_id': 'The request’s id, which stands in its log lines and errors too.',
  'gateway.fields': 'The root fields of the operation.',
  'gateway.field': 'The root field.',
  'gateway.task_id': 'The task’s id.',
  'gateway.task_status': 'The task’s status after the step.',
  'gateway.sdk_method': 'The method of Runway’s SDK.',
  'gateway.attempt': 'How many times the submission was taken before.',
  'gateway.outcome': 'The kind of Runway’s answer, as the gateway understands it.',
  'gateway.cut': 'Whether the client left before the end of the answer.',
} as const;

export type SpanAttributes = {
  readonly [Name in keyof typeof SPAN_ATTRIBUTES]?: string | number | boolean | undefined;
};
