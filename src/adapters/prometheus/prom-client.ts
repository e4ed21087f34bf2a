import { optionalPackage } from '../../ports/optional-package.js';

/**
 * The part of prom-client that the gateway uses. It is declared here because the package is optional:
 * the build must not need it.
 */
export interface PromClient {
  readonly Registry: new () => PromRegistry;
  readonly Counter: new (options: PromOptions) => PromCounter;
  readonly Gauge: new (options: PromOptions) => PromGauge;
  readonly Histogram: new (options: PromOptions & { buckets: number[] }) => PromHistogram;
  readonly collectDefaultMetrics: (options: { register: PromRegistry }) => void;
}

export interface PromRegistry {
  readonly contentType: string;
  metrics(): Promise<string>;
  clear(): void;
}

interface PromOptions {
  name: string;
  help: string;
  labelNames: string[];
  registers: PromRegistry[];
}

export type PromLabels = Record<string, string>;

export interface PromCounter {
  inc(labels: PromLabels, value: number): void;
}

export interface PromGauge {
  set(labels: PromLabels, value: number): void;
  reset(): void;
  remove(): void;
}

export interface PromHistogram {
  observe(labels: PromLabels, value: number): void;
}

/** Throws a configuration error where the package is not installed. */
export async function loadPromClient(): Promise<PromClient> {
  const loaded = (await optionalPackage('prom-client', 'METRICS_PORT')) as PromClient & {
    readonly default?: PromClient;
  };
  return loaded.default ?? loaded;
}
