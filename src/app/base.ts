import type { OutwardHttp } from '../ports/outward/outward-http.js';
import type { Config } from '../config/config.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { Metrics } from '../ports/telemetry/metrics.js';
import type { Tracer } from '../ports/telemetry/tracer.js';
import type { Shutdown } from './shutdown.js';
import type { SignalBus } from './signals.js';

/** What every part of the gateway is built with. */
export interface Base {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tracer: Tracer;
  readonly signals: SignalBus;
  readonly shutdown: Shutdown;
  readonly metrics: Metrics;
  readonly outward: OutwardHttp;
}

/** Work that goes on in the background. */
export interface BackgroundLoop {
  readonly isRunning: boolean;
  start(): void;
  stop(): Promise<void>;
}
