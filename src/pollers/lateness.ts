import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { Metrics } from '../ports/telemetry/metrics.js';

/** A read that begins more than 7.5 s after it was due is late: subscribers wait for it. */
const LATE_MS = 7_500;

/** 60 s between two alarms. */
const ALARM_INTERVAL_MS = 60_000;

/** Raises an alarm when this node does not keep up with the reads that are due. */
export class Lateness {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #metrics: Metrics | undefined;
  /** What was due before the start waited for the node, not because of it. */
  readonly #startedAt: Date;
  #alarmedAt = -Infinity;

  constructor({
    clock,
    log,
    metrics,
  }: {
    readonly clock: Clock;
    readonly log: Logger;
    readonly metrics?: Metrics | undefined;
  }) {
    this.#clock = clock;
    this.#log = log;
    this.#metrics = metrics;
    this.#startedAt = clock.now();
  }

  /** `dueAt`: when the reads that begin now were due. */
  judge(dueAt: readonly Date[], openReads: number): void {
    const now = this.#clock.now().getTime();
    const oldest = Math.min(...dueAt.map((at) => at.getTime()));
    const lateMs = now - Math.max(oldest, this.#startedAt.getTime());
    if (dueAt.length > 0) {
      const seconds = Math.max(0, lateMs) / 1_000;
      this.#metrics?.observe('gateway_poll_lateness_seconds', {}, seconds);
    }
    if (lateMs <= LATE_MS || now - this.#alarmedAt < ALARM_INTERVAL_MS) return;
    this.#alarmedAt = now;
    this.#log.error(
      { lateMs, openReads },
      'reads of live tasks are late: this node cannot keep up',
    );
  }
}
