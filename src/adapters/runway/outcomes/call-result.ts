import type { MetricLabelValue } from '../../../domain/telemetry/metric-labels.js';
import type { Exchange } from '../client/transport.js';

const TOO_MANY_REQUESTS = 429;

/** What the metrics call the outcome of one call. */
export function resultOf(exchange: Exchange): MetricLabelValue<'result'> {
  if (exchange.kind !== 'answered') return exchange.kind;
  const { status } = exchange;
  if (status === TOO_MANY_REQUESTS) return 'limited';
  if (status >= 500) return 'failed';
  return status >= 200 && status < 300 ? 'ok' : 'refused';
}
