import { pinoLogger } from '../adapters/log/pino-logger.js';
import { systemClock } from '../adapters/system-clock.js';
import type { Config } from '../config/config.js';
import type { Emulator } from '../emulator/server/start-emulator.js';
import { STUDIO_PATH } from '../http/studio/studio-routes.js';
import { assemble } from './assemble.js';
import { addMetricSources } from './metric-sources.js';
import type { Machine } from './machine.js';
import { openGateway } from './open-gateway.js';
import { Shutdown } from './shutdown.js';
import { SignalBus } from './signals.js';
import { loadTelemetry } from './telemetry.js';
import { openOutward } from './outward.js';
import { openTraces } from './traces.js';

export interface App {
  /** Base URL of the gateway, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Address of the metrics, e.g. `http://127.0.0.1:9464/metrics`; undefined when there are none. */
  readonly metricsUrl: string | undefined;
  /** Address of the studio; undefined when there is none. */
  readonly studioUrl: string | undefined;
  /** The emulator that stands in for Runway; undefined when there is none. */
  readonly emulator: Emulator | undefined;
  /** Stops accepting, drains, and closes everything. Idempotent. */
  stop(): Promise<void>;
}

/** Builds and starts everything, in the order in which it is needed. Nothing is left over on failure. */
export async function startApp(config: Config, machine: Machine = {}): Promise<App> {
  const clock = machine.clock ?? systemClock;
  const { log, flush, onDropped } =
    machine.log === undefined
      ? pinoLogger({ level: config.logLevel, format: config.logFormat })
      : { log: machine.log, flush: () => Promise.resolve(), onDropped: () => undefined };
  const shutdown = new Shutdown();
  const stop = async (): Promise<void> => {
    const since = clock.now().getTime();
    log.info({}, 'the gateway is stopping');
    await shutdown.run();
    log.info({ ms: clock.now().getTime() - since }, 'the gateway has stopped');
    await flush();
  };
  let stopping: Promise<void> | undefined;
  try {
    const outward = openOutward({ config, log, shutdown });
    // Before all that follows, so that it ends after it: the other parts leave spans while they stop.
    const tracer = await openTraces({ config, clock, log, shutdown, outward });
    const telemetry = await loadTelemetry({ config, clock, log, shutdown });
    onDropped(() => {
      telemetry.metrics.count('gateway_log_dropped_lines_total', {});
    });
    const base = {
      config,
      clock,
      log,
      tracer,
      signals: new SignalBus(),
      shutdown,
      metrics: telemetry.metrics,
      outward,
    };
    const gateway = await assemble(base, machine);
    addMetricSources(base, gateway, machine.version ?? 'unknown');
    const metricsUrl = await telemetry.openMetrics();
    const url = await openGateway(base, gateway);
    const { emulator } = gateway.runway;
    const studioUrl = gateway.studio && `${url}${STUDIO_PATH}/`;
    return { url, metricsUrl, studioUrl, emulator, stop: () => (stopping ??= stop()) };
  } catch (error) {
    await shutdown.run();
    await flush();
    throw error;
  }
}
