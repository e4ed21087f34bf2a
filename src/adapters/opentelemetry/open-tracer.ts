import { readFileSync } from 'node:fs';
import type { Sampler } from '../../domain/telemetry/samplers.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Tracer } from '../../ports/telemetry/tracer.js';
import type { OutwardHttp, Route } from '../../ports/outward/outward-http.js';
import { routedAgent } from './routed-agent.js';
import { ReportedExporter } from './reported-exporter.js';
import { loadSdk, type OtlpProtocol, type SdkSampler, type TracePackage } from './sdk.js';
import { SdkSpanTracer } from './sdk-tracer.js';

export interface TracerOptions {
  /** Where spans are sent to, path and all. */
  readonly url: string;
  readonly protocol: OtlpProtocol;
  /** Secret. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly compression: 'none' | 'gzip';
  /** Files in PEM: authorities of the collector, and the gateway's own certificate and key. */
  readonly tls: {
    readonly caFile?: string | undefined;
    readonly certFile?: string | undefined;
    readonly keyFile?: string | undefined;
  };
  /** Attributes of the process, `service.name` among them. */
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: Sampler;
  /** In [0, 1]. */
  readonly samplerRatio: number;
  readonly batches: {
    readonly delayMs: number;
    readonly spansMax: number;
    readonly queueMax: number;
    readonly timeoutMs: number;
  };
  readonly clock: Clock;
  readonly log: Logger;
  readonly outward: OutwardHttp;
}

export interface OpenTracer {
  readonly tracer: Tracer;
  /** Sends what is left, for `timeoutMs` at most. Never rejects. */
  close(timeoutMs: number): Promise<void>;
}

/** 4 kB: longer than any attribute of ours. */
const ATTRIBUTE_LENGTH_MAX = 4_096;

/**
 * A tracer that sends its spans to an OTLP collector, in batches and behind the work. When the
 * queue is full, spans are dropped. Throws a configuration error when the packages are not
 * installed or a file cannot be read.
 */
export async function openTracer(options: TracerOptions): Promise<OpenTracer> {
  const { clock, log, batches } = options;
  const { api, traces, resources, exporter } = await loadSdk(options.protocol);
  const route = routeFor(options);
  const agent = routedAgent(options.url, route);
  const sent = new exporter.OTLPTraceExporter({
    url: options.url,
    headers: { ...options.headers },
    timeoutMillis: options.timeoutMs,
    compression: options.compression as never,
    httpAgentOptions: () => agent,
  });
  const reported = new ReportedExporter(sent, { clock, log });
  const processor = new traces.BatchSpanProcessor(reported as never, {
    maxQueueSize: batches.queueMax,
    maxExportBatchSize: Math.min(batches.spansMax, batches.queueMax),
    scheduledDelayMillis: batches.delayMs,
    exportTimeoutMillis: batches.timeoutMs,
  });
  const provider = new traces.BasicTracerProvider({
    resource: resources.resourceFromAttributes({ ...options.resource }) as never,
    sampler: samplerOf(traces, options) as never,
    spanProcessors: [processor as never],
    spanLimits: { attributeValueLengthLimit: ATTRIBUTE_LENGTH_MAX },
  });
  const sdk = provider.getTracer('runway-graphql-gateway');
  return {
    tracer: new SdkSpanTracer({ api, sdk, clock }),
    close: async (timeoutMs) => {
      await ended(provider.shutdown(), timeoutMs);
      agent.destroy();
      await route.close();
    },
  };
}

/** By the machine's own timer: a process that ends does not wait for a clock that stands still. */
async function ended(work: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  // What could not be sent has been told by then.
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}

function routeFor({ url, tls, outward }: TracerOptions): Route {
  const { origin, protocol } = new URL(url);
  if (protocol === 'http:') return outward.routeTo(origin);
  const [ca, cert, key] = [tls.caFile, tls.certFile, tls.keyFile].map(contentOf);
  return outward.routeTo(origin, { tls: { ca, cert, key } });
}

function contentOf(file: string | undefined): Buffer | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`Bad configuration:\n  ${file} cannot be read.`, { cause: error });
  }
}

function samplerOf(
  traces: TracePackage,
  { sampler, samplerRatio }: Pick<TracerOptions, 'sampler' | 'samplerRatio'>,
): SdkSampler {
  const roots: Readonly<Record<string, () => SdkSampler>> = {
    always_on: () => new traces.AlwaysOnSampler(),
    always_off: () => new traces.AlwaysOffSampler(),
    traceidratio: () => new traces.TraceIdRatioBasedSampler(samplerRatio),
  };
  const [, isParentBased, name = ''] = /^(parentbased_)?(.*)$/.exec(sampler) ?? [];
  const root = roots[name]?.();
  if (root === undefined) throw new TypeError(`${sampler} is no sampler`);
  return isParentBased === undefined
    ? root
    : new traces.ParentBasedSampler({ root: root as never });
}
