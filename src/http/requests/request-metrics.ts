import { ERRORS } from '../../error-registry.js';
import type { MetricLabelValue } from '../../domain/telemetry/metric-labels.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import type { ExchangeRecord } from './exchange.js';

/** How a request of GraphQL ended, or a subscription. */
export interface CountedEnd {
  readonly transport: MetricLabelValue<'transport'>;
  /** Undefined when no answer had begun. */
  readonly status: number | undefined;
  readonly ms: number;
  readonly isCut: boolean;
}

/** Counts a request of GraphQL, or a subscription, when it is over. */
export function countRequest(
  metrics: Metrics,
  { operation: names, code }: ExchangeRecord,
  end: CountedEnd,
): void {
  const { transport, ms } = end;
  const operation = operationLabel(names);
  const outcome = outcomeOf(code, end);
  const seconds = ms / 1_000;
  if (transport === 'http') {
    metrics.observe('gateway_request_duration_seconds', { operation, outcome }, seconds);
  } else {
    const labels = { operation, transport, outcome };
    metrics.observe('gateway_subscription_duration_seconds', labels, seconds);
  }
  if (outcome === 'ok' || outcome === 'cut') return;
  metrics.count('gateway_request_errors_total', { operation, transport, code: code ?? 'none' });
}

/** A document may have several root fields: their sets are more than a label may have. */
function operationLabel(names: string | undefined): string {
  if (names === undefined) return 'none';
  return names.includes(',') ? 'several' : names;
}

/** A client ends a stream by leaving. */
function outcomeOf(
  code: ExchangeRecord['code'],
  { transport, status, isCut }: CountedEnd,
): MetricLabelValue<'outcome'> {
  const worst = code === undefined ? (status ?? 0) : ERRORS[code].status;
  if (worst >= 500) return 'failed';
  if (worst >= 400) return 'refused';
  return isCut && transport === 'http' ? 'cut' : 'ok';
}
