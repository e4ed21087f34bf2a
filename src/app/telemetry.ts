import { loadPromClient } from '../adapters/prometheus/prom-client.js';
import { PrometheusMetrics } from '../adapters/prometheus/prometheus-metrics.js';
import type { Config } from '../config/config.js';
import { listenError } from '../config/listen-error.js';
import { MetricsServer } from '../http/metrics/metrics-server.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import { noMetrics, type Metrics } from '../ports/telemetry/metrics.js';
import type { Shutdown } from './shutdown.js';

export interface Telemetry {
  readonly metrics: Metrics;
  /** Resolves with the address of the metrics; undefined where there are none. */
  openMetrics(): Promise<string | undefined>;
}

/** Loads the packages of telemetry that is switched on. Throws, naming the setting, where one is missing. */
export async function loadTelemetry({
  config: { metrics: settings },
  clock,
  log,
  shutdown,
}: {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly shutdown: Shutdown;
}): Promise<Telemetry> {
  const { port, host, tenants: areTenantsNamed } = settings;
  if (port === undefined) {
    return { metrics: noMetrics, openMetrics: () => Promise.resolve(undefined) };
  }
  const prom = await loadPromClient();
  const metrics = new PrometheusMetrics(prom, { clock, log, areTenantsNamed });
  const server = new MetricsServer({ scrape: () => metrics.scrape(), log });
  const openMetrics = async (): Promise<string> => {
    // Before the parts that its sources read.
    shutdown.add(() => server.close());
    return await server.listen(port, host).catch((error: unknown) => {
      throw listenError(error, 'METRICS_PORT', { host, port });
    });
  };
  return { metrics, openMetrics };
}
