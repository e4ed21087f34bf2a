import { LATE, within } from '../../concurrency/within.js';
import type { MetricLabel } from '../../domain/telemetry/metric-labels.js';
import { METRICS, type MetricName, type MetricRow } from '../../domain/telemetry/metric-table.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics, Scrape } from '../../ports/telemetry/metrics.js';
import { closedSetOf, LabelValues } from './label-values.js';
import type {
  PromClient,
  PromCounter,
  PromGauge,
  PromHistogram,
  PromLabels,
  PromRegistry,
} from './prom-client.js';

/** 4 s for all sources together. Prometheus gives a scrape 10 s by default. */
const SOURCES_TIMEOUT_MS = 4_000;

/** Counters with at most so many label sets begin with 0 in each: an increase from nothing is none. */
const ZEROED_MAX = 200;

type Read = (
  set: (name: MetricName, labels: object, value: number) => void,
) => void | Promise<void>;

interface GivenValue {
  readonly name: MetricName;
  readonly labels: object;
  readonly value: number;
}

interface Source {
  readonly names: readonly MetricName[];
  readonly read: Read;
  reading: Promise<readonly GivenValue[]> | undefined;
}

/** The metrics of the table in a registry of prom-client. */
export class PrometheusMetrics implements Metrics {
  readonly isOn = true;
  readonly #registry: PromRegistry;
  readonly #counters = new Map<MetricName, PromCounter>();
  readonly #gauges = new Map<MetricName, PromGauge>();
  readonly #histograms = new Map<MetricName, PromHistogram>();
  readonly #labelValues = new LabelValues();
  readonly #sources: Source[] = [];
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #areTenantsNamed: boolean;
  #scraping: Promise<Scrape> | undefined;

  constructor(
    prom: PromClient,
    options: {
      readonly clock: Clock;
      readonly log: Logger;
      /** Whether metrics may have the ids of tenants as labels. */
      readonly areTenantsNamed: boolean;
    },
  ) {
    this.#clock = options.clock;
    this.#log = options.log;
    this.#areTenantsNamed = options.areTenantsNamed;
    this.#registry = new prom.Registry();
    prom.collectDefaultMetrics({ register: this.#registry });
    for (const name of Object.keys(METRICS) as MetricName[]) this.#register(prom, name);
  }

  count(name: MetricName, labels: object, by = 1): void {
    this.#counters.get(name)?.inc(admittedLabels(name, labels, this.#labelValues), by);
  }

  observe(name: MetricName, labels: object, value: number): void {
    const admitted = admittedLabels(name, labels, this.#labelValues);
    this.#histograms.get(name)?.observe(admitted, value);
  }

  addSource(names: readonly MetricName[], read: unknown): void {
    const taken = this.#sources.flatMap((source) => source.names);
    const twice = names.find((name) => taken.includes(name));
    if (twice !== undefined) throw new Error(`The metric ${twice} has two sources.`);
    this.#sources.push({ names, read: read as Read, reading: undefined });
  }

  /** The metrics as text. Scrapes at the same time share one. */
  async scrape(): Promise<Scrape> {
    this.#scraping ??= this.#scrape().finally(() => {
      this.#scraping = undefined;
    });
    return await this.#scraping;
  }

  async #scrape(): Promise<Scrape> {
    await Promise.all(this.#sources.map((source) => this.#read(source)));
    return { contentType: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  async #read(source: Source): Promise<void> {
    const { names } = source;
    let values: readonly GivenValue[] = [];
    try {
      // One that takes too long is not asked again before it has answered.
      source.reading ??= valuesOf(source).finally(() => {
        source.reading = undefined;
      });
      const read = await within(SOURCES_TIMEOUT_MS, this.#clock, source.reading);
      if (read === LATE) this.#log.warn({ metrics: names }, 'metrics take too long to read');
      else values = read;
    } catch (error) {
      this.#log.warn({ metrics: names, err: error }, 'metrics could not be read');
    }
    for (const name of names) this.#empty(name);
    const labelValues = new LabelValues();
    for (const { name, labels, value } of values) {
      if (!this.#mayHaveValues(name)) continue;
      this.#gauges.get(name)?.set(admittedLabels(name, labels, labelValues), value);
    }
  }

  #empty(name: MetricName): void {
    const gauge = this.#gauges.get(name);
    if (METRICS[name].labels.length > 0) gauge?.reset();
    // A reset would set a gauge without labels to 0, which no source has said.
    else gauge?.remove();
  }

  #mayHaveValues(name: MetricName): boolean {
    const row: MetricRow = METRICS[name];
    return row.isByTenant !== true || this.#areTenantsNamed;
  }

  #register(prom: PromClient, name: MetricName): void {
    const row: MetricRow = METRICS[name];
    const { help, labels, buckets = [] } = row;
    const options = { name, help, labelNames: [...labels], registers: [this.#registry] };
    if (row.type === 'histogram') {
      this.#histograms.set(name, new prom.Histogram({ ...options, buckets: [...buckets] }));
    } else if (row.type === 'gauge') {
      this.#gauges.set(name, new prom.Gauge(options));
      this.#empty(name);
    } else {
      const counter = new prom.Counter(options);
      for (const each of zeroLabels(labels)) counter.inc(each, 0);
      this.#counters.set(name, counter);
    }
  }
}

async function valuesOf({ read }: Source): Promise<readonly GivenValue[]> {
  const values: GivenValue[] = [];
  await read((name, labels, value) => {
    values.push({ name, labels, value });
  });
  return values;
}

/** `labels` has texts alone, by the types of the port. */
function admittedLabels(name: MetricName, labels: object, values: LabelValues): PromLabels {
  const given = labels as Readonly<Record<string, string>>;
  const admitted: PromLabels = {};
  for (const label of METRICS[name].labels) {
    admitted[label] = values.admitted(label, given[label] ?? '');
  }
  return admitted;
}

/** Every set of labels of a counter, where they are closed and few. */
function zeroLabels(labels: readonly MetricLabel[]): readonly PromLabels[] {
  let all: readonly PromLabels[] = [{}];
  for (const label of labels) {
    const values = closedSetOf(label);
    if (values === undefined || all.length * values.length > ZEROED_MAX) return [];
    all = all.flatMap((known) => values.map((value) => ({ ...known, [label]: value })));
  }
  return all;
}
