import type { TracerOptions } from '../adapters/opentelemetry/open-tracer.js';
import type { Config } from '../config/config.js';
import { noTracer, type Tracer } from '../ports/telemetry/tracer.js';
import type { Base } from './base.js';

/** 2 s that a stop waits for the collector: the rest of its 30 s belongs to paid requests. */
const FLUSH_MS = 2_000;

const SERVICE_NAME = 'runway-graphql-gateway';

const TRACES_PATH = '/v1/traces';

/** Where spans are sent to; undefined: tracing is off. */
export function collectorOf({ traces }: Pick<Config, 'traces'>): string | undefined {
  const { disabled, exporter, endpoint, tracesEndpoint } = traces;
  if (disabled || exporter === 'none') return undefined;
  if (tracesEndpoint !== undefined) return tracesEndpoint;
  if (endpoint === undefined) return undefined;
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, '')}${TRACES_PATH}`;
  return url.href;
}

/**
 * The tracer that the environment wants. No package is loaded while tracing is off. Throws a
 * configuration error when it is on and the packages are not installed.
 */
export async function openTraces({
  config,
  clock,
  log,
  shutdown,
  outward,
}: Pick<Base, 'config' | 'clock' | 'log' | 'shutdown' | 'outward'>): Promise<Tracer> {
  const url = collectorOf(config);
  if (url === undefined) return noTracer;
  const { openTracer } = await import('../adapters/opentelemetry/open-tracer.js');
  const opened = await openTracer({ ...optionsOf(config), url, clock, log, outward });
  shutdown.add(() => opened.close(FLUSH_MS));
  return opened.tracer;
}

function optionsOf({ traces }: Config): Omit<TracerOptions, 'url' | 'clock' | 'log' | 'outward'> {
  const { headers, tracesHeaders, serviceName, resource } = traces;
  const { protocol, timeoutMs, compression, tls, sampler, samplerRatio, batches } = traces;
  const { caFile, certFile, keyFile } = tls;
  const { delayMs, spansMax, queueMax, timeoutMs: batchTimeoutMs } = batches;
  return {
    headers: { ...headers, ...tracesHeaders },
    protocol,
    timeoutMs,
    compression,
    tls: { caFile, certFile, keyFile },
    resource: {
      'service.name': SERVICE_NAME,
      ...resource,
      ...(serviceName !== undefined && { 'service.name': serviceName }),
    },
    sampler,
    samplerRatio,
    batches: { delayMs, spansMax, queueMax, timeoutMs: batchTimeoutMs },
  };
}
