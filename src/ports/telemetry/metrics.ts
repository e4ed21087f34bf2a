import type { MetricLabel, MetricLabelValue } from '../../domain/telemetry/metric-labels.js';
import type { METRICS, MetricName, MetricNameOf } from '../../domain/telemetry/metric-table.js';

/** The labels that a metric takes, by the table. */
export type MetricLabels<Name extends MetricName> = {
  readonly [
    Label in (typeof METRICS)[Name]['labels'][number] & MetricLabel
  ]: MetricLabelValue<Label>;
};

/** Sets gauges that a source named. */
export type SetGauge<Names extends MetricNameOf<'gauge'>> = <Name extends Names>(
  name: Name,
  labels: MetricLabels<Name>,
  value: number,
) => void;

/**
 * The metrics of this process. Counting costs little and never throws. A value of a label that its
 * set does not have is counted as `other`.
 */
export interface Metrics {
  /** False: nothing is kept, so that a caller may spare itself work. */
  readonly isOn: boolean;
  /** Adds to a counter; `by` is 1 by default. */
  count<Name extends MetricNameOf<'counter'>>(
    name: Name,
    labels: MetricLabels<Name>,
    by?: number,
  ): void;
  /** Adds a value to a histogram, in the unit of its name. */
  observe<Name extends MetricNameOf<'histogram'>>(
    name: Name,
    labels: MetricLabels<Name>,
    value: number,
  ): void;
  /**
   * Calls `read` at each scrape for the gauges `names`. They have the values that this call sets and no
   * others; none if it rejects or takes too long.
   */
  addSource<const Names extends MetricNameOf<'gauge'>>(
    names: readonly Names[],
    read: (set: SetGauge<Names>) => void | Promise<void>,
  ): void;
}

/** The metrics as a scraper reads them. */
export interface Scrape {
  readonly contentType: string;
  readonly text: string;
}

/** For a gateway without METRICS_PORT. */
export const noMetrics: Metrics = {
  isOn: false,
  count: () => undefined,
  observe: () => undefined,
  addSource: () => undefined,
};
