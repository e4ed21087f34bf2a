import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { SdkExporter } from './sdk.js';

/** 1 min between two warnings, however often a collector fails. */
const WARNING_INTERVAL_MS = 60_000;

/** Source: the enumeration ExportResultCode of @opentelemetry/core. */
const SUCCESS = 0;

/** Tells the log when spans could not be sent, in no words of the collector. */
export class ReportedExporter implements SdkExporter {
  readonly #exporter: SdkExporter;
  readonly #clock: Clock;
  readonly #log: Logger;
  #lostSpans = 0;
  #warnedAtMs: number | undefined;

  constructor(
    exporter: SdkExporter,
    { clock, log }: { readonly clock: Clock; readonly log: Logger },
  ) {
    this.#exporter = exporter;
    this.#clock = clock;
    this.#log = log;
  }

  export(spans: never, done: (result: { code: number; error?: Error }) => void): void {
    const { length } = spans as readonly unknown[];
    this.#exporter.export(spans, (result) => {
      if (result.code !== SUCCESS) this.#warn(length, result.error);
      // The loss has been told: the SDK need not tell it again.
      done({ code: SUCCESS });
    });
  }

  async shutdown(): Promise<void> {
    await this.#exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.#exporter.forceFlush?.();
  }

  #warn(spans: number, error: Error | undefined): void {
    this.#lostSpans += spans;
    const nowMs = this.#clock.monotonicMs();
    if (this.#warnedAtMs !== undefined && nowMs - this.#warnedAtMs < WARNING_INTERVAL_MS) return;
    this.#warnedAtMs = nowMs;
    const code = error !== undefined && 'code' in error ? error.code : undefined;
    this.#log.warn(
      { spans: this.#lostSpans, code },
      'spans could not be sent to the collector of traces',
    );
    this.#lostSpans = 0;
  }
}
